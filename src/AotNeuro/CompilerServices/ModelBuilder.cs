using System.ComponentModel;
using AotNeuro.Building;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.CompilerServices;

/// <summary>Builds what generated code asks for: ensembles, then all decoders of each in one go.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelBuilder
{
    /// <summary>So many ensembles are prepared before they are solved side by side: it bounds what is held for them.</summary>
    private const int EnsemblesAtOnce = 256;

    private readonly int _ensembles;
    private readonly BuildWatch _watch;
    private readonly List<Ensemble> _work = [];
    private readonly Dictionary<Ensemble, Wishes> _wishes = [];

    /// <summary>How deep in parts of the model the builder is.</summary>
    private int _depth;

    internal ModelBuilder(int ensembles, BuildWatch watch) => (_ensembles, _watch) = (ensembles, watch);

    /// <summary>
    /// Says the neuron type of ensembles of a part, in place of what the part itself says. The first to say so, the outermost model, is heard.
    /// </summary>
    /// <param name="ensembles">The ensembles.</param>
    /// <param name="neuronType">Their neuron type with its parameters.</param>
    /// <param name="states">Initial values of their drawn states, in order; null for those that the part says.</param>
    public void NeuronType(ReadOnlySpan<Ensemble> ensembles, INeuronType neuronType, InitialState[]? states = null)
    {
        foreach (Ensemble ensemble in ensembles)
        {
            if (WishesOf(ensemble) is { NeuronType: null } wishes)
            {
                (wishes.NeuronType, wishes.States) = (neuronType, states);
            }
        }
    }

    /// <summary>Samples an ensemble's neurons.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neuronType">Its neuron type with its parameters.</param>
    /// <param name="states">Initial values of its drawn states, in order.</param>
    public void Ensemble(Ensemble ensemble, INeuronType neuronType, ReadOnlySpan<InitialState> states)
    {
        _watch.Cancellation.ThrowIfCancellationRequested();
        Wishes wishes = WishesOf(ensemble);
        neuronType = wishes.NeuronType ?? neuronType;
        states = wishes.States ?? states;

        BuiltEnsemble built = EnsembleBuilder.Build(ensemble.Name, ensemble.Options, neuronType, (uint)ensemble.BuiltSeed);
        ensemble.SetBuilt(built, neuronType, DrawStates(states, ensemble));
        _work.Add(ensemble);
        _watch.Report(BuildStage.Sampling, _work.Count, _ensembles);
    }

    /// <summary>Builds the ensembles of a model that is a part.</summary>
    public void Part(NeuralModel part)
    {
        _depth++;
        part.BuildAsPart(this);
        _depth--;
    }

    /// <summary>Asks for the decoders of a connection or probe. A part may ask for those of an ensemble that its outer model makes exact: it has none.</summary>
    /// <param name="ensemble">The ensemble whose neurons are decoded.</param>
    /// <param name="owner">The connection or probe.</param>
    /// <param name="functionSize">Number of values of the function.</param>
    /// <param name="sizeOut">Number of values after the transform.</param>
    /// <param name="function">The function; null for the represented value itself.</param>
    /// <param name="source">The dimensions that it sees; null for all.</param>
    /// <param name="target">The ensemble whose encoders take part, where weights from neurons to neurons are asked for.</param>
    /// <param name="targetDimensions">The dimensions of the target that the connection ends at; null for all.</param>
    /// <param name="isRead">
    /// Whether a step decodes so; else it is solved when somebody asks for the decoders. A part does not know what the models around it read of it.
    /// </param>
    public void Decode(
        Ensemble ensemble,
        ModelObject owner,
        int functionSize,
        int sizeOut,
        DecodedFunction? function = null,
        int[]? source = null,
        Ensemble? target = null,
        int[]? targetDimensions = null,
        bool isRead = true)
    {
        if (ensemble.BuiltNeuronType is Direct)
        {
            return;
        }

        ConnectionOptions? options = (owner as Connection)?.Options;
        Solver solver = options?.Solver ?? (owner as Probe)?.Solver ?? new LstsqL2();
        if (solver.Weights && target is null)
        {
            throw new BuildException(owner.Name, owner is Probe
                ? "its solver asks for full weights, and a probe decodes; give it one without 'Weights'."
                : "its solver asks for full weights; say so to the compiler too, with 'Weights = true' of [Connection].");
        }

        var request = new DecodeRequest
        {
            Name = owner.Name,
            Source = ensemble,
            Function = function,
            FunctionSize = functionSize,
            SourceIndices = source,
            Transform = options?.Transform,
            SizeOut = sizeOut,
            Solver = target is null ? solver : solver with { Weights = true },
            Seed = (uint)owner.BuiltSeed,
            EvalPoints = options?.EvalPoints,
            ScaleEvalPoints = options?.ScaleEvalPoints ?? true,
            TargetValues = options?.Points?.Values,
            IsRead = isRead || _depth > 0,
            TargetEncoders = target is null ? null : () => Columns(target.ScaledEncoders, targetDimensions),
        };
        owner.Decoding = request;
        WishesOf(ensemble).Requests.Add(request);
    }

    internal void Solve()
    {
        _work.RemoveAll(ensemble => WishesOf(ensemble).Requests.Count == 0);
        for (int first = 0; first < _work.Count; first += EnsemblesAtOnce)
        {
            Solve(first, Math.Min(EnsemblesAtOnce, _work.Count - first));
        }
    }

    /// <summary>
    /// Solves the decoders of some ensembles, side by side if they are small. Functions of the model are called by this thread alone, and so are
    /// solvers and neuron types that are not this library's.
    /// </summary>
    private void Solve(int first, int count)
    {
        var solves = new DecoderBuilder[count];
        for (int i = 0; i < count; i++)
        {
            _watch.Cancellation.ThrowIfCancellationRequested();
            Ensemble ensemble = _work[first + i];
            solves[i] = new(ensemble.Name, ensemble.Built, ensemble.BuiltNeuronType!, WishesOf(ensemble).Requests);
        }

        int done = first;
        Workers.ForEach(SharedWork(solves), count, i =>
        {
            _watch.Cancellation.ThrowIfCancellationRequested();
            solves[i].Solve(_watch);
            _watch.Report(BuildStage.Decoders, Interlocked.Increment(ref done), _work.Count);
        });

        // The last one may have been another thread's.
        _watch.Report(BuildStage.Decoders, first + count, _work.Count);
    }

    /// <summary>About how many multiplications threads can share; 0 if one thread should do them, or each is to share a solve's own.</summary>
    private static double SharedWork(DecoderBuilder[] solves)
    {
        double work = 0.0, largest = 0.0;
        bool isPure = true;
        foreach (DecoderBuilder solve in solves)
        {
            isPure &= solve.IsPure;
            work += solve.Work;
            largest = Math.Max(largest, solve.Work);
        }

        return isPure && largest <= work / 2.0 ? work : 0.0;
    }

    private Wishes WishesOf(Ensemble ensemble)
    {
        if (!_wishes.TryGetValue(ensemble, out Wishes? wishes))
        {
            wishes = new();
            _wishes.Add(ensemble, wishes);
        }

        return wishes;
    }

    private static MatrixView Columns(MatrixView matrix, int[]? columns)
    {
        if (columns is null)
        {
            return matrix;
        }

        var part = new double[matrix.Rows * columns.Length];
        for (int i = 0; i < part.Length; i++)
        {
            part[i] = matrix[i / columns.Length, columns[i % columns.Length]];
        }

        return new(part, matrix.Rows, columns.Length);
    }

    /// <summary>
    /// Initial states come from generators of their own, which start alike; a state that a neuron type starts with one value takes its draws
    /// all the same, and one that the model gives values takes none.
    /// </summary>
    private static double[][] DrawStates(ReadOnlySpan<InitialState> states, Ensemble ensemble)
    {
        var random = new RandomState((uint)ensemble.BuiltSeed + 1);
        var values = new double[states.Length][];
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0 && states[i].Group != states[i - 1].Group)
            {
                random = new((uint)ensemble.BuiltSeed + 1);
            }

            values[i] = states[i].Values is { } given
                ? SampledValues.Take(ensemble.Name, $"initial values of {states[i].Name}", given, ensemble.NeuronCount, columns: 1, random)
                : DrawUniform(states[i], ensemble.NeuronCount, random);
        }

        return values;
    }

    private static double[] DrawUniform(InitialState state, int neurons, RandomState random)
    {
        var values = new double[neurons];
        foreach (ref double value in values.AsSpan())
        {
            value = random.Uniform(state.Low, state.High);
        }

        return values;
    }

    /// <summary>What the models around an ensemble say of it, and what is to be decoded.</summary>
    private sealed class Wishes
    {
        public INeuronType? NeuronType { get; set; }

        public InitialState[]? States { get; set; }

        public List<DecodeRequest> Requests { get; } = [];
    }
}
