using AotNeuro.Building;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with L2 regularisation by how often a neuron fires: as <see cref="LstsqL2"/>, with sigma of a neuron times the
/// square root of the share of points at which it is active. A neuron that never is gets the largest sigma.
/// </summary>
public sealed record LstsqL2nz : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="regularization">
    /// Standard deviation of the noise that decoders are to withstand, as a share of the highest rate. Default 0.1.
    /// </param>
    /// <param name="solver">
    /// How the least squares are solved; null for <see cref="CholeskySolver"/>. <see cref="SvdSolver"/> cannot.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public LstsqL2nz(double regularization = 0.1, LeastSquaresSolver? solver = null) =>
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
        double[] sigma = ActiveShare.Sigma(Regularization, activities);
        double largest = VectorLoops.Max(sigma);
        sigma.AsSpan().Replace(0.0, largest);
        return Solver.Solve(activities, targets, sigma, decoders);
    }
}
