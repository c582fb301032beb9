using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Numbers of a normal distribution.</summary>
public sealed record Gaussian : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="std">Standard deviation, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite, or <paramref name="std"/> not above
    /// 0.</exception>
    public Gaussian(double mean, double std) => (Mean, Std) = (Arguments.Finite(mean), Arguments.Positive(std));

    /// <summary>Mean.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation.</summary>
    public double Std { get; }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        foreach (ref double value in destination)
        {
            value = random.Normal(Mean, Std);
        }
    }
}
