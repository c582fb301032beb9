using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>A connection, with the decoders that were solved for it if it starts from an ensemble.</summary>
public sealed class Connection : ModelObject
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Connection(string name, string source, string target, int? seed)
        : base(name, seed) => (Source, Target) = (source, target);

    /// <summary>The name of the object that the connection starts from.</summary>
    public string Source { get; }

    /// <summary>The name of the object that it ends at.</summary>
    public string Target { get; }

    /// <summary>Whether decoders were solved: it starts from an ensemble.</summary>
    public bool IsDecoded
    {
        get
        {
            Model.Build();
            return Decoding is not null;
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

    private Building.DecodeRequest Solved =>
        IsDecoded ? Decoding! : throw new InvalidOperationException($"{Name} starts from a node, so it has no decoders.");

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
