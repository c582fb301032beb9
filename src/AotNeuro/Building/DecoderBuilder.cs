using System.Buffers;
using System.Diagnostics;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>
/// Solves all decoders of an ensemble: rates are found once, and one factorisation serves all that share a solver. What calls functions of
/// the model is done when it is made; the rest can be done by any thread, if it is pure.
/// </summary>
internal sealed class DecoderBuilder
{
    private readonly string _name;
    private readonly BuiltEnsemble _ensemble;
    private readonly INeuronType _neurons;
    private readonly Group[] _groups;

    /// <summary>Prepares to solve: draws evaluation points and evaluates functions.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neurons">Its neuron type.</param>
    /// <param name="requests">What is to be decoded from it.</param>
    /// <exception cref="BuildException">A function or evaluation points do not make sense.</exception>
    public DecoderBuilder(string name, BuiltEnsemble ensemble, INeuronType neurons, IReadOnlyList<DecodeRequest> requests)
    {
        (_name, _ensemble, _neurons) = (name, ensemble, neurons);
        _groups = Array.ConvertAll(Together(requests), Prepare);
    }

    /// <summary>Whether only code of this library is called, so that any thread may solve.</summary>
    public bool IsPure =>
        _neurons is IPureRates && Array.TrueForAll(_groups, group =>
            group.Requests[0].Solver is NoSolver or LstsqL2 { Solver: CholeskySolver }
            && Array.TrueForAll(group.Requests, request => request.Transform?.Distribution is null));

    /// <summary>About how many multiplications it takes.</summary>
    public double Work
    {
        get
        {
            double points = 0.0;
            foreach (Group group in _groups)
            {
                points += group.IsRead ? group.Ensemble.Points : 0;
            }

            return points * _ensemble.Neurons * (_ensemble.Neurons + ((_neurons as IPureRates)?.RateWork ?? 0.0));
        }
    }

    /// <summary>Fills in the results of the requests.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neurons">Its neuron type.</param>
    /// <param name="requests">What is to be decoded from it.</param>
    /// <exception cref="BuildException">A function, a transform, the rates or the equations do not make sense.</exception>
    public static void Solve(string name, BuiltEnsemble ensemble, INeuronType neurons, IReadOnlyList<DecodeRequest> requests) =>
        new DecoderBuilder(name, ensemble, neurons, requests).Solve(new());

    /// <summary>Fills in the results of the requests.</summary>
    /// <param name="watch">Is told of the progress, and may cancel.</param>
    /// <exception cref="BuildException">A transform, the rates or the equations do not make sense.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Solve(BuildWatch watch)
    {
        double[]? shared = null;
        foreach (Group group in _groups)
        {
            if (group.IsRead)
            {
                Solve(group, ref shared, watch);
            }
            else
            {
                PutOff(group);
            }
        }

        Return(shared);
    }

    /// <summary>Solves when somebody asks for what comes out; functions of the model were called already.</summary>
    private void PutOff(Group group)
    {
        foreach (DecodeRequest request in group.Requests)
        {
            request.Later = () =>
            {
                double[]? rates = null;
                Solve(group, ref rates, new());
                Return(rates);
            };
        }
    }

    /// <param name="group">The requests.</param>
    /// <param name="shared">The rates at the ensemble's own points, once they are known.</param>
    /// <param name="watch">Is told of the progress, and may cancel.</param>
    private void Solve(Group group, ref double[]? shared, BuildWatch watch)
    {
        DecodeRequest first = group.Requests[0];
        if (first.Solver is NoSolver)
        {
            SolveTogether(group, [], watch);
        }
        else if (StreamedDecoders.Suit(first.Solver, group.Ensemble.Points, _ensemble.Neurons))
        {
            SolveTogether(group, null, watch);
        }
        else if (first.OwnPoints is not null)
        {
            SolveTogether(group, Activities.Find(first.Name, group.Ensemble, _neurons), watch);
        }
        else
        {
            shared ??= RentRates();
            SolveTogether(group, shared, watch);
        }
    }

    private static void Return(double[]? rates)
    {
        if (rates is not null)
        {
            ArrayPool<double>.Shared.Return(rates);
        }
    }

    /// <summary>Whether a request can be solved beside others with an equal solver: nothing is drawn, and columns do not mix.</summary>
    private static bool IsShared(DecodeRequest request) =>
        request.EvalPoints is null && !request.SolvesWeights && request.Solver is { IsSeparable: true, IsRandom: false };

    /// <summary>Requests that are solved at once.</summary>
    private static DecodeRequest[][] Together(IReadOnlyList<DecodeRequest> requests)
    {
        var groups = new List<List<DecodeRequest>>();
        foreach (DecodeRequest request in requests)
        {
            int group = IsShared(request) ? groups.FindIndex(others => IsShared(others[0]) && others[0].Solver.Equals(request.Solver)) : -1;
            if (group < 0)
            {
                groups.Add([request]);
            }
            else
            {
                groups[group].Add(request);
            }
        }

        return [.. groups.ConvertAll(group => group.ToArray())];
    }

    private Group Prepare(DecodeRequest[] requests)
    {
        DecodeRequest first = requests[0];
        var random = new RandomState(first.Seed);
        BuiltEnsemble ensemble = _ensemble;
        if (first.Solver is NoSolver)
        {
            // Points neither matter nor are drawn.
            ensemble = ensemble.WithPoints([]);
        }
        else if (first.EvalPoints is { } source)
        {
            double scale = first.ScaleEvalPoints ? ensemble.Radius : 1.0;
            first.OwnPoints = EvaluationPoints.Take(first.Name, source, ensemble.DrawnPoints, ensemble.Dimensions, scale, random);
            ensemble = ensemble.WithPoints(first.OwnPoints);
        }

        int columns = 0;
        foreach (DecodeRequest request in requests)
        {
            columns += request.FunctionSize;
        }

        double[] targets = DecoderTargets.Find(ensemble, requests, columns);
        if (first.SolvesWeights)
        {
            MatrixView encoders = EncodersOf(first);
            var transform = new MatrixView(DecoderWeights.Matrix(first, random), first.SizeOut, columns);
            targets = DecoderTargets.ToCurrents(new(targets, ensemble.Points, columns), transform, encoders);
            columns = encoders.Rows;
        }

        return new(ensemble, requests, random, targets, columns);
    }

    /// <summary>The rates at the ensemble's own points, in an array that may be longer.</summary>
    private double[] RentRates()
    {
        int count = Activities.Count(_name, _ensemble);
        double[] rates = ArrayPool<double>.Shared.Rent(count);
        new Activities(_name, _ensemble, _neurons).Fill(0, _ensemble.Points, rates);
        Activities.CheckNotSilent(_name, rates.AsSpan(0, count).ContainsAnyExcept(0.0));
        return rates;
    }

    /// <param name="group">The requests.</param>
    /// <param name="rates">Rates at their points; null to find them some points at a time.</param>
    /// <param name="watch">Is told of the progress, and may cancel.</param>
    private void SolveTogether(Group group, double[]? rates, BuildWatch watch)
    {
        (BuiltEnsemble ensemble, DecodeRequest[] requests, int columns) = (group.Ensemble, group.Requests, group.Columns);
        var decoders = new double[ensemble.Neurons * columns];
        var wanted = new MatrixView(group.Targets, ensemble.Points, columns);
        long start = Stopwatch.GetTimestamp();
        SolveInfo info = rates is null
            ? Stream(group, decoders, watch)
            : CallSolver(requests[0], Matrix(ensemble, rates), wanted, group.Random, decoders);
        CheckFinite(requests[0], decoders, columns);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        IReadOnlyList<double> rmses = info.Rmses ?? DecoderErrors.Find(Matrix(ensemble, rates!), wanted, decoders);
        int first = 0;
        foreach (DecodeRequest request in requests)
        {
            int count = requests.Length == 1 ? columns : request.FunctionSize;
            request.Later = null;
            request.Decoders = Columns(decoders, columns, first, count);
            request.Rmses = Part(rmses, columns, first, count);
            request.Iterations = info.Iterations is { } iterations ? Part(iterations, columns, first, count) : null;
            request.SolveTime = time;
            SetWeights(request, ensemble.Neurons, first == 0 ? group.Random : new(request.Seed));
            first += count;
        }
    }

    private static MatrixView Matrix(BuiltEnsemble ensemble, double[] rates) =>
        new(rates.AsSpan(0, ensemble.Points * ensemble.Neurons), ensemble.Points, ensemble.Neurons);

    private SolveInfo Stream(Group group, double[] decoders, BuildWatch watch)
    {
        DecodeRequest first = group.Requests[0];
        string name = first.OwnPoints is null ? _name : first.Name;
        var rates = new Activities(name, group.Ensemble, _neurons);
        double regularization = ((LstsqL2)first.Solver).Regularization;
        try
        {
            return new()
            {
                Rmses = StreamedDecoders.Solve(name, rates, regularization, group.Targets, group.Ensemble.Points, decoders, watch),
            };
        }
        catch (ArithmeticException exception)
        {
            throw Unsolvable(first, exception);
        }
    }

    private static SolveInfo CallSolver(
        DecodeRequest request, MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        try
        {
            return request.Solver.Solve(activities, targets, random, decoders);
        }
        catch (ArithmeticException exception)
        {
            throw Unsolvable(request, exception);
        }
        catch (ArgumentException exception)
        {
            throw new BuildException(request.Name, $"the decoders cannot be solved. {exception.Message}", exception);
        }
    }

    private static BuildException Unsolvable(DecodeRequest request, ArithmeticException exception) => new(
        request.Name,
        $"the decoders cannot be solved. {exception.Message} Use more regularization or more evaluation points.",
        exception);

    private static void CheckFinite(DecodeRequest request, double[] decoders, int columns)
    {
        int bad = VectorLoops.IndexOfNonFinite(decoders);
        if (bad >= 0)
        {
            throw new BuildException(request.Name, FormattableString.Invariant(
                $"its solver, {request.Solver.GetType().Name}, gives neuron {bad / columns} the decoder {decoders[bad]}; ")
                + "decoders must be finite numbers.");
        }
    }

    /// <summary>Combines decoders with transform and encoders, as far as the solver has not.</summary>
    private static void SetWeights(DecodeRequest request, int neurons, RandomState random)
    {
        request.WeightRows = request.SizeOut;
        if (request.SolvesWeights)
        {
            request.WeightRows = request.Decoders.Length / neurons;
            request.Weights = MatrixProducts.Transpose(new(request.Decoders, neurons, request.WeightRows));
            return;
        }

        request.Weights = DecoderWeights.Find(request, neurons, random);
        if (request.Solver.Weights)
        {
            MatrixView encoders = EncodersOf(request);
            request.Weights = DecoderWeights.Encode(new(request.Weights, request.SizeOut, neurons), encoders);
            request.WeightRows = encoders.Rows;
        }
    }

    private static MatrixView EncodersOf(DecodeRequest request) =>
        request.TargetEncoders is { } encoders
            ? encoders()
            : throw new BuildException(
                request.Name,
                "its solver asks for full weights, and its target is no ensemble, so it has no encoders; leave out 'Weights'.");

    /// <summary>The part of a list with an element per column; one element for all columns, or none, is everyone's.</summary>
    private static IReadOnlyList<T> Part<T>(IReadOnlyList<T> list, int columns, int first, int count)
    {
        if (list.Count != columns)
        {
            return list;
        }

        var part = new T[count];
        for (int i = 0; i < count; i++)
        {
            part[i] = list[first + i];
        }

        return part;
    }

    private static double[] Columns(double[] matrix, int columns, int first, int count)
    {
        var part = new double[matrix.Length / columns * count];
        for (int i = 0; i < part.Length; i++)
        {
            part[i] = matrix[i / count * columns + first + i % count];
        }

        return part;
    }

    /// <summary>One request, or several that are solved together.</summary>
    /// <param name="ensemble">The ensemble with their evaluation points.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="random">The generator of the first; that of the others has drawn nothing so far.</param>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <param name="columns">Columns of all requests.</param>
    private sealed class Group(BuiltEnsemble ensemble, DecodeRequest[] requests, RandomState random, double[] targets, int columns)
    {
        public BuiltEnsemble Ensemble { get; } = ensemble;

        public DecodeRequest[] Requests { get; } = requests;

        public RandomState Random { get; } = random;

        public double[] Targets { get; } = targets;

        public int Columns { get; } = columns;

        /// <summary>Whether a step needs one of them, and so all, since they are solved at once.</summary>
        public bool IsRead { get; } = Array.Exists(requests, request => request.IsRead);
    }
}
