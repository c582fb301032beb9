using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Finds decoders: weights with which the activities of neurons sum to wanted values.</summary>
public abstract record Solver
{
    /// <summary>Whether <see cref="Solve"/> draws from the generator, so that each connection needs a solve of its own.</summary>
    public virtual bool IsRandom => false;

    /// <summary>Solves <c>activities . decoders = targets</c>.</summary>
    /// <param name="activities">Rates in Hz, <c>[points, neurons]</c>.</param>
    /// <param name="targets">Wanted values, <c>[points, size]</c>.</param>
    /// <param name="random">The connection's generator.</param>
    /// <param name="decoders">Receives the decoders, <c>[neurons, size]</c> row after row.</param>
    public abstract void Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders);
}
