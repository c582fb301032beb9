using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// The square root of a number with the beta distribution of M/2 and N/2: the length of M components of a random unit
/// vector of N + M.
/// </summary>
public sealed record SqrtBeta : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="n">Number of the vector's other components, above 0.</param>
    /// <param name="m">Number of components whose length is meant, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not above 0.</exception>
    public SqrtBeta(int n, int m = 1) => (N, M) = (Arguments.Positive(n), Arguments.Positive(m));

    /// <summary>Number of the vector's other components.</summary>
    public int N { get; }

    /// <summary>Number of components whose length is meant.</summary>
    public int M { get; }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        foreach (ref double value in destination)
        {
            value = Draw(random);
        }
    }

    /// <summary>The density at <paramref name="x"/>; 0 outside [0, 1).</summary>
    public double Pdf(double x) => x switch
    {
        > 0.0 and < 1.0 => 2.0 * x * Square().Density(x * x),
        0.0 when M == 1 => 2.0 / PortableMath.Exp(Square().LogBeta),
        _ => double.IsNaN(x) ? x : 0.0,
    };

    /// <summary>The probability of a value not above <paramref name="x"/>.</summary>
    public double Cdf(double x) => x <= 0.0 ? 0.0 : Square().Value(x * x);

    /// <summary>The value below which a probability lies: the inverse of <see cref="Cdf"/>.</summary>
    /// <param name="y">The probability, 0 to 1; NaN beyond.</param>
    public double Ppf(double y) => Math.Sqrt(Square().Inverse(y));

    /// <summary>One draw.</summary>
    internal double Draw(RandomState random) => Math.Sqrt(random.Beta(0.5 * M, 0.5 * N));

    private RegularizedBeta Square() => new(M, N);
}
