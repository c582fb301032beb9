using System.ComponentModel;
using AotNeuro.CompilerServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>A connection, with the decoders that were solved for it if it starts from an ensemble.</summary>
public sealed class Connection : ModelObject
{
    private TransformStep? _transform;
    private long _transformSeed;
    private DecodedFunction? _function;

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Connection(string name, ConnectionOptions options)
        : base(name, options.Seed) => Options = options;

    /// <summary>What the connection starts from, as the model writes it: an object, its neurons, a slice.</summary>
    public string Source => Options.Source;

    /// <summary>What it ends at, as the model writes it.</summary>
    public string Target => Options.Target;

    internal ConnectionOptions Options { get; private set; }

    /// <summary>Takes on what the defaults of a model say of which its own is a part. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Override(Func<ConnectionOptions, ConnectionOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Options = change(Options);
    }

    /// <summary>Whether decoders were solved: it starts from an ensemble.</summary>
    public bool IsDecoded
    {
        get
        {
            Model.Build();
            return Model.IsBaked ? throw NotBaked("decoders") : Decoding is not null;
        }
    }

    /// <summary>
    /// Decoders, <c>[neurons, function size]</c>. A solver with <see cref="Solver.Weights"/> that is not compositional has solved
    /// for full weights, and these are their transpose.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection is not decoded.</exception>
    public MatrixView Decoders => new(Solved.Decoders, Weights.Columns, Solved.Decoders.Length / Weights.Columns);

    /// <summary>
    /// What spikes are multiplied by in a step: transform times decoders, <c>[target size, neurons]</c>, or full weights,
    /// <c>[target neurons, neurons]</c>, with <see cref="Solver.Weights"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection is not decoded.</exception>
    public MatrixView Weights => new(Solved.Weights, Solved.WeightRows, Solved.Weights.Length / Solved.WeightRows);

    /// <summary>How well the decoders do: root mean square errors over the evaluation points, one per dimension of the function.</summary>
    /// <exception cref="InvalidOperationException">The connection is not decoded.</exception>
    public SolverReport SolverReport => new(Solved.Rmses, Solved.SolveTime) { Iterations = Solved.Iterations };

    /// <summary>The points at which the decoders were solved, <c>[points, dimensions of the source]</c>, radius included.</summary>
    /// <exception cref="InvalidOperationException">The connection is not decoded.</exception>
    public MatrixView EvalPoints => Solved.OwnPoints is { } points
        ? new(points, points.Length / Solved.Source!.Dimensions, Solved.Source.Dimensions)
        : Solved.Source!.EvalPoints;

    /// <summary>
    /// What the decoders make of steady rates at the <see cref="EvalPoints"/> (Nengo's <c>eval_point_decoding</c>), before transform and
    /// synapse.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection is not decoded, or full weights were solved for as they are.</exception>
    public PointDecoding EvalPointDecoding() => EvalPointDecoding(EvalPoints.Values);

    /// <summary>What the decoders make of steady rates at points of your own, before transform and synapse.</summary>
    /// <param name="points">The points, <c>[points, dimensions of the source]</c> row after row, radius included.</param>
    /// <exception cref="ArgumentException">The points are not whole rows, or the function is known at the <see cref="EvalPoints"/> alone.</exception>
    /// <exception cref="InvalidOperationException">The connection is not decoded, or full weights were solved for as they are.</exception>
    public PointDecoding EvalPointDecoding(ReadOnlySpan<double> points) => Building.PointDecoder.Decode(Solved, points);

    /// <summary>The weights as they are now, of a connection that learns them.</summary>
    /// <exception cref="InvalidOperationException">The connection has no learning rule that changes weights.</exception>
    public LearnedMatrix LearnedWeights
    {
        get
        {
            Model.Build();
            return Learned ?? throw new InvalidOperationException($"{Name} has no learning rule that changes its weights.");
        }
    }

    internal LearnedMatrix? Learned { get; set; }

    private Building.DecodeRequest Solved =>
        IsDecoded ? Decoding!.Solved : throw new InvalidOperationException($"{Name} starts from a node, so it has no decoders.");

    /// <summary>Multiplies by a transform that is an object. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ApplyTransform(ReadOnlySpan<double> source, Span<double> target) => _transform!.Apply(source, target);

    /// <summary>Makes the handles of the connections of an array. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Connection[] Array(string name, int count, ConnectionOptions options)
    {
        var connections = new Connection[count];
        for (int i = 0; i < count; i++)
        {
            connections[i] = new($"{name}[{i}]", options);
        }

        return connections;
    }

    /// <summary>Connections of several arrays in turns, in which they were made. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Connection[] Interleave(params Connection[][] arrays) =>
        System.Array.ConvertAll(Indices.To(arrays[0].Length * arrays.Length), i => arrays[i % arrays.Length][i / arrays.Length]);

    /// <summary>Gives the connection its function, for models of which this one is a part. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Bind(DecodedFunction function) => _function = function;

    /// <summary>Computes the function. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Evaluate(ReadOnlySpan<double> x, Span<double> y) => _function!(x, y);

    internal override void Restart()
    {
        // What a seed makes is made once: a reset allocates nothing then.
        if (Options.StepTransform is not null && (_transform is null || _transformSeed != BuiltSeed))
        {
            StartTransform(Options.StepTransform);
        }
    }

    private void StartTransform(Transform transform)
    {
        if (transform.SizeIn != Options.SizeMid || transform.SizeOut != Options.SizeOut)
        {
            throw new BuildException(
                Name,
                $"its transform makes {transform.SizeOut} values of {transform.SizeIn}, and between '{Source}' and '{Target}' "
                + $"{Options.SizeOut} are made of {Options.SizeMid}; give the transform these sizes.");
        }

        _transformSeed = BuiltSeed;
        _transform = Make("transform", "the transform", () => transform.MakeStep(new RandomState((uint)BuiltSeed)));
    }

    /// <summary>Checks what the connection's function returned in a step. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CheckFinite(ReadOnlySpan<double> values, double time) => FiniteCheck.Check(Name, "the connection's function", values, time);
}

/// <summary>What a solver reports.</summary>
/// <param name="Rmses">
/// Root mean square error per dimension of the decoded function, or per target neuron if full weights were solved for as they are;
/// none with <see cref="NoSolver"/>.
/// </param>
/// <param name="Time">How long the solve took; connections solved together share it.</param>
public sealed record SolverReport(IReadOnlyList<double> Rmses, TimeSpan Time)
{
    /// <summary>Iterations of an iterative solver, one number per error or one for all; null for a direct solver.</summary>
    public IReadOnlyList<int>? Iterations { get; init; }
}
