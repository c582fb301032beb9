using System.Diagnostics.CodeAnalysis;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Numbers evenly distributed between two bounds.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Nengo's name.")]
public sealed record Uniform : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="low">Lower bound, included.</param>
    /// <param name="high">Upper bound, excluded.</param>
    /// <param name="integer">Whether only whole numbers are drawn; then both bounds are whole numbers and the upper is
    /// above.</param>
    /// <exception cref="ArgumentException">A bound is not finite, or does not suit whole numbers.</exception>
    public Uniform(double low, double high, bool integer = false)
    {
        (Low, High, Integer) = (Arguments.Finite(low), Arguments.Finite(high), integer);
        if (integer)
        {
            CheckWhole(low, nameof(low));
            CheckWhole(high, nameof(high));
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        }
    }

    /// <summary>Lower bound, included.</summary>
    public double Low { get; }

    /// <summary>Upper bound, excluded.</summary>
    public double High { get; }

    /// <summary>Whether only whole numbers are drawn.</summary>
    public bool Integer { get; }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        foreach (ref double value in destination)
        {
            value = Integer ? random.RandInt((int)Low, (int)High) : random.Uniform(Low, High);
        }
    }

    private static void CheckWhole(double value, string name)
    {
        if (value != Math.Floor(value) || Math.Abs(value) > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                name, value, $"{name} must be a whole number of 32 bits where whole numbers are drawn.");
        }
    }
}
