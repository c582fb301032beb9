using AotNeuro.Building;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with decoders that are not negative and L2 regularisation by how often a neuron fires: as <see cref="NnlsL2"/>,
/// with sigma of a neuron times the square root of the share of points at which it is active, and 1 for one that never is.
/// </summary>
/// <remarks>See <see cref="Nnls"/> on <see cref="Solver.Weights"/>.</remarks>
public sealed record NnlsL2nz : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="regularization">
    /// Standard deviation of the noise that decoders are to withstand, as a share of the highest rate. Default 0.1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public NnlsL2nz(double regularization = 0.1) => Regularization = SolverArguments.NotNegative(regularization);

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
        double[] sigma = ActiveShare.Sigma(Regularization, activities);
        sigma.AsSpan().Replace(0.0, 1.0);
        NonNegativeNormalEquations.Solve(activities, targets, sigma, decoders);
        return default;
    }
}
