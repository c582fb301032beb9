using System.Diagnostics;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>Solves all decoders of an ensemble: rates are found once, and one factorisation serves all that share a solver.</summary>
internal static class DecoderBuilder
{
    /// <summary>Fills in the results of the requests.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neurons">Its neuron type.</param>
    /// <param name="requests">What is to be decoded from it.</param>
    /// <exception cref="BuildException">A function, a transform, the rates or the equations do not make sense.</exception>
    public static void Solve(string name, BuiltEnsemble ensemble, INeuronType neurons, IReadOnlyList<DecodeRequest> requests)
    {
        double[]? shared = null;
        foreach (var together in requests.GroupBy(request => IsShared(request) ? request.Solver : (object)request))
        {
            DecodeRequest first = together.First();
            var random = new RandomState(first.Seed);
            if (first.Solver is NoSolver)
            {
                // Points neither matter nor are drawn.
                SolveTogether(ensemble with { EvalPoints = [] }, [], [.. together], random);
            }
            else if (first.EvalPoints is { } source)
            {
                double scale = first.ScaleEvalPoints ? ensemble.Radius : 1.0;
                double[] points = EvaluationPoints.Take(
                    first.Name, source, ensemble.DrawnPoints, ensemble.Dimensions, scale, random);
                BuiltEnsemble own = ensemble with { EvalPoints = points };
                first.OwnPoints = points;
                SolveTogether(own, Activities.Find(first.Name, own, neurons), [first], random);
            }
            else
            {
                shared ??= Activities.Find(name, ensemble, neurons);
                SolveTogether(ensemble, shared, [.. together], random);
            }
        }
    }

    /// <summary>Whether a request can be solved beside others with an equal solver: nothing is drawn, and columns do not mix.</summary>
    private static bool IsShared(DecodeRequest request) =>
        request.EvalPoints is null && !request.SolvesWeights && request.Solver is { IsSeparable: true, IsRandom: false };

    /// <param name="ensemble">The ensemble with the evaluation points of these requests.</param>
    /// <param name="rates">Rates at these points.</param>
    /// <param name="requests">One request, or several that are shared.</param>
    /// <param name="random">The generator of the first; that of the others has drawn nothing so far.</param>
    private static void SolveTogether(BuiltEnsemble ensemble, double[] rates, DecodeRequest[] requests, RandomState random)
    {
        var activities = new MatrixView(rates, ensemble.Points, ensemble.Neurons);
        int columns = requests.Sum(request => request.FunctionSize);
        double[] targets = DecoderTargets.Find(ensemble, requests, columns);
        if (requests[0].SolvesWeights)
        {
            MatrixView encoders = EncodersOf(requests[0]);
            var transform = new MatrixView(DecoderWeights.Matrix(requests[0], random), requests[0].SizeOut, columns);
            targets = DecoderTargets.ToCurrents(new(targets, ensemble.Points, columns), transform, encoders);
            columns = encoders.Rows;
        }

        var decoders = new double[ensemble.Neurons * columns];
        var wanted = new MatrixView(targets, ensemble.Points, columns);
        long start = Stopwatch.GetTimestamp();
        SolveInfo info = CallSolver(requests[0], activities, wanted, random, decoders);
        CheckFinite(requests[0], decoders, columns);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        IReadOnlyList<double> rmses = info.Rmses ?? DecoderErrors.Find(activities, wanted, decoders);
        int first = 0;
        foreach (DecodeRequest request in requests)
        {
            int count = requests.Length == 1 ? columns : request.FunctionSize;
            request.Decoders = Columns(decoders, columns, first, count);
            request.Rmses = Part(rmses, columns, first, count);
            request.Iterations = info.Iterations is { } iterations ? Part(iterations, columns, first, count) : null;
            request.SolveTime = time;
            SetWeights(request, ensemble.Neurons, first == 0 ? random : new(request.Seed));
            first += count;
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
            throw new BuildException(
                request.Name,
                $"the decoders cannot be solved. {exception.Message} Use more regularization or more evaluation points.",
                exception);
        }
        catch (ArgumentException exception)
        {
            throw new BuildException(request.Name, $"the decoders cannot be solved. {exception.Message}", exception);
        }
    }

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
    private static IReadOnlyList<T> Part<T>(IReadOnlyList<T> list, int columns, int first, int count) =>
        list.Count == columns ? [.. list.Skip(first).Take(count)] : list;

    private static double[] Columns(double[] matrix, int columns, int first, int count)
    {
        var part = new double[matrix.Length / columns * count];
        for (int i = 0; i < part.Length; i++)
        {
            part[i] = matrix[i / count * columns + first + i % count];
        }

        return part;
    }
}
