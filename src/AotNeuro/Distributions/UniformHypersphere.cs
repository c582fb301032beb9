using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Points evenly distributed in the unit hypersphere or on its surface, each drawn for itself.</summary>
public sealed record UniformHypersphere : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="surface">Whether all points lie on the surface.</param>
    /// <param name="minMagnitude">Least distance from the centre, from 0 to below 1; 0 for points on the surface.</param>
    /// <exception cref="ArgumentException"><paramref name="minMagnitude"/> is out of range, or set for points on the
    /// surface.</exception>
    public UniformHypersphere(bool surface = false, double minMagnitude = 0.0) =>
        (Surface, MinMagnitude) = (surface, Arguments.MinMagnitude(minMagnitude, surface, nameof(minMagnitude)));

    /// <summary>Whether all points lie on the surface.</summary>
    public bool Surface { get; }

    /// <summary>Least distance from the centre.</summary>
    public double MinMagnitude { get; }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        foreach (ref double value in destination)
        {
            value = random.NextGaussian();
        }

        // The directions of normal points are even; then, all directions drawn, the lengths.
        for (int i = 0; i < destination.Length; i += dimensions)
        {
            Normalize(destination.Slice(i, dimensions));
        }

        double smallest = PortableMath.Pow(MinMagnitude, dimensions);
        for (int i = 0; i < destination.Length && !Surface; i += dimensions)
        {
            double length = PortableMath.Pow(random.Uniform(smallest, 1.0), 1.0 / dimensions);
            foreach (ref double value in destination.Slice(i, dimensions))
            {
                value *= length;
            }
        }
    }

    private static void Normalize(Span<double> point)
    {
        double sum = 0.0;
        foreach (double value in point)
        {
            sum += value * value;
        }

        double length = Math.Sqrt(sum);
        foreach (ref double value in point)
        {
            value /= length;
        }
    }
}
