using AotNeuro.Building;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with decoders that are not negative and L2 regularisation, as Nengo does it: the decoders come closest to solving
/// <c>(A'A + m sigma^2 I) D = A' max(Y, 0)</c> with <c>sigma = regularization * max(A)</c> for m points.
/// </summary>
/// <remarks>See <see cref="Nnls"/> on <see cref="Solver.Weights"/>.</remarks>
public sealed record NnlsL2 : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="regularization">
    /// Standard deviation of the noise that decoders are to withstand, as a share of the highest rate. Default 0.1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public NnlsL2(double regularization = 0.1) => Regularization = SolverArguments.NotNegative(regularization);

    /// <summary>Standard deviation of the noise that decoders are to withstand, as a share of the highest rate.</summary>
    public double Regularization { get; }

    /// <inheritdoc/>
    public override bool IsCompositional => false;

    /// <inheritdoc/>
    public override bool IsSeparable => true;

    /// <inheritdoc/>
    /// <exception cref="ArithmeticException">No solution is found in three times as many steps as there are neurons.</exception>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        double sigma = Regularization * VectorLoops.Max(activities.Values);
        NonNegativeNormalEquations.Solve(activities, targets, [sigma], decoders);
        return default;
    }
}
