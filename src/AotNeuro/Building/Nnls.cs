using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Least squares with decoders that are not negative, by the method of Lawson and Hanson, without regularisation.</summary>
/// <remarks>
/// With <see cref="Solver.Weights"/>, no intercept of the target should be negative: a neuron that fires without input could not be
/// silenced.
/// </remarks>
public sealed record Nnls : Solver
{
    /// <inheritdoc/>
    public override bool IsCompositional => false;

    /// <inheritdoc/>
    public override bool IsSeparable => true;

    /// <inheritdoc/>
    /// <exception cref="ArithmeticException">No solution is found in three times as many steps as there are neurons.</exception>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        NonNegativeLeastSquares.Solve(activities, targets, decoders);
        return default;
    }
}
