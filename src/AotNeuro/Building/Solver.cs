using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Finds decoders: weights with which the activities of neurons sum to wanted values.</summary>
public abstract record Solver
{
    /// <summary>
    /// Whether a connection between ensembles gets full connection weights, <c>[target neurons, source neurons]</c>, instead of
    /// decoders. Default false.
    /// </summary>
    public bool Weights { get; init; }

    /// <summary>
    /// Whether solving for linear combinations of targets gives the same combinations of decoders. If so, full weights are decoders
    /// times transform and encoders; if not, they are solved for as they are: each target is the current of a neuron.
    /// </summary>
    public virtual bool IsCompositional => true;

    /// <summary>Whether <see cref="Solve"/> draws from the generator, so that each connection needs a solve of its own.</summary>
    public virtual bool IsRandom => false;

    /// <summary>
    /// Whether a column of targets gets the decoders that it would get alone. Connections of an ensemble are then solved together,
    /// their targets side by side. Default false, which is always right.
    /// </summary>
    public virtual bool IsSeparable => false;

    /// <summary>Solves <c>activities . decoders = targets</c>.</summary>
    /// <param name="activities">Rates in Hz, <c>[points, neurons]</c>.</param>
    /// <param name="targets">Wanted values, <c>[points, size]</c>.</param>
    /// <param name="random">The connection's generator.</param>
    /// <param name="decoders">Receives the decoders, <c>[neurons, size]</c> row after row.</param>
    /// <returns>What is to be reported besides; <c>default</c> will do.</returns>
    public abstract SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders);
}
