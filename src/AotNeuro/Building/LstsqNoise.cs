using AotNeuro.Building;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with noise added to the rates: normally distributed, <c>sigma = noise * max(A)</c>, a draw per point and neuron
/// from the connection's generator. The reported errors are those with the noise.
/// </summary>
public sealed record LstsqNoise : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="noise">Standard deviation of the noise as a share of the highest rate. Default 0.1.</param>
    /// <param name="solver">How the least squares are solved; null for <see cref="CholeskySolver"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The noise is negative or not finite.</exception>
    public LstsqNoise(double noise = 0.1, LeastSquaresSolver? solver = null) =>
        (Noise, Solver) = (SolverArguments.NotNegative(noise), solver ?? CholeskySolver.Default);

    /// <summary>Standard deviation of the noise as a share of the highest rate.</summary>
    public double Noise { get; }

    /// <summary>How the least squares are solved.</summary>
    public LeastSquaresSolver Solver { get; }

    /// <inheritdoc/>
    public override bool IsRandom => true;

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        double sigma = Noise * VectorLoops.Max(activities.Values);
        double[] noisy = activities.Values.ToArray();
        foreach (ref double rate in noisy.AsSpan())
        {
            rate += random.Normal(0.0, sigma);
        }

        return NoisyRates.Solve(Solver, new(noisy, activities.Rows, activities.Columns), targets, decoders);
    }
}
