using AotNeuro.Random;

namespace AotNeuro;

/// <summary>The cosine of the angle between two random vectors: one component of a random unit vector.</summary>
public sealed record CosineSimilarity : Distribution
{
    private readonly SqrtBeta _size;

    /// <summary>Makes the distribution.</summary>
    /// <param name="dimensions">Number of components of the vectors, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is below 2.</exception>
    public CosineSimilarity(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 2);
        Dimensions = dimensions;
        _size = new SqrtBeta(dimensions - 1);
    }

    /// <summary>Number of components of the vectors.</summary>
    public int Dimensions { get; }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);

        // All signs are drawn before the sizes.
        foreach (ref double value in destination)
        {
            value = random.NextDouble() <= 0.5 ? 1.0 : -1.0;
        }

        foreach (ref double value in destination)
        {
            value *= _size.Draw(random);
        }
    }

    /// <summary>The density at <paramref name="x"/>; 0 outside (-1, 1).</summary>
    public double Pdf(double x) => 0.5 * _size.Pdf(Math.Abs(x));

    /// <summary>The probability of a cosine not above <paramref name="x"/>.</summary>
    public double Cdf(double x)
    {
        double size = _size.Cdf(Math.Abs(x));
        return 0.5 * (x < 0.0 ? 1.0 - size : 1.0 + size);
    }

    /// <summary>The cosine below which a probability lies: the inverse of <see cref="Cdf"/>.</summary>
    /// <param name="y">The probability, 0 to 1; NaN beyond.</param>
    public double Ppf(double y)
    {
        double centred = (2.0 * y) - 1.0;
        return Math.CopySign(_size.Ppf(Math.Abs(centred)), centred);
    }
}
