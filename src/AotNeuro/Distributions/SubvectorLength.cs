using AotNeuro.Random;

namespace AotNeuro;

/// <summary>The length of some components of a random unit vector.</summary>
public sealed record SubvectorLength : Distribution
{
    private readonly SqrtBeta _length;

    /// <summary>Makes the distribution.</summary>
    /// <param name="dimensions">Number of components of the vector, above <paramref name="subdimensions"/>.</param>
    /// <param name="subdimensions">Number of components whose length is meant, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public SubvectorLength(int dimensions, int subdimensions = 1)
    {
        Subdimensions = Arguments.Positive(subdimensions);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(dimensions, subdimensions);
        Dimensions = dimensions;
        _length = new SqrtBeta(dimensions - subdimensions, subdimensions);
    }

    /// <summary>Number of components of the vector.</summary>
    public int Dimensions { get; }

    /// <summary>Number of components whose length is meant.</summary>
    public int Subdimensions { get; }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination) =>
        _length.Sample(count, dimensions, random, destination);

    /// <summary>The density at <paramref name="x"/>; 0 outside [0, 1).</summary>
    public double Pdf(double x) => _length.Pdf(x);

    /// <summary>The probability of a length not above <paramref name="x"/>.</summary>
    public double Cdf(double x) => _length.Cdf(x);

    /// <summary>The length below which a probability lies: the inverse of <see cref="Cdf"/>.</summary>
    /// <param name="y">The probability, 0 to 1; NaN beyond.</param>
    public double Ppf(double y) => _length.Ppf(y);
}
