using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with L2 regularisation, Nengo's default solver: <c>(A'A + m sigma^2 I) D = A'Y</c> with
/// <c>sigma = regularization * max(A)</c> for m points.
/// </summary>
public sealed record LstsqL2 : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="regularization">
    /// Standard deviation of the noise that decoders are to withstand, as a share of the highest rate. Default 0.1.
    /// </param>
    /// <param name="solver">How the least squares are solved; null for <see cref="CholeskySolver"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public LstsqL2(double regularization = 0.1, LeastSquaresSolver? solver = null) =>
        (Regularization, Solver) = (SolverArguments.NotNegative(regularization), solver ?? CholeskySolver.Default);

    /// <summary>Standard deviation of the noise that decoders are to withstand, as a share of the highest rate.</summary>
    public double Regularization { get; }

    /// <summary>How the least squares are solved.</summary>
    public LeastSquaresSolver Solver { get; }

    /// <inheritdoc/>
    public override bool IsSeparable => Solver.IsSeparable;

    /// <inheritdoc/>
    /// <exception cref="ArithmeticException">The matrix is not positive definite: too little regularization.</exception>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        double sigma = Regularization * VectorLoops.Max(activities.Values);
        return Solver.Solve(activities, targets, [sigma], decoders);
    }
}
