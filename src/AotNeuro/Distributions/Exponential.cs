using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Numbers of an exponential distribution that starts at a shift; those at an upper bound or beyond move just below it.
/// </summary>
public sealed record Exponential : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="scale">Mean distance from the shift, above 0.</param>
    /// <param name="shift">Where the distribution starts.</param>
    /// <param name="high">Upper bound, excluded, above the shift; infinity for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public Exponential(double scale, double shift = 0.0, double high = double.PositiveInfinity)
    {
        (Scale, Shift, High) = (Arguments.Positive(scale), Arguments.Finite(shift), high);
        if (!(high > shift))
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, $"high must be above the shift of {shift}.");
        }
    }

    /// <summary>Mean distance from the shift.</summary>
    public double Scale { get; }

    /// <summary>Where the distribution starts.</summary>
    public double Shift { get; }

    /// <summary>Upper bound, excluded.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        double largest = Math.BitDecrement(High);
        foreach (ref double value in destination)
        {
            value = Math.Min(random.Exponential(Scale) + Shift, largest);
        }
    }
}
