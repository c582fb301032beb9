using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Numbers with a density given by its values at some points.</summary>
/// <remarks>The distribution function is the running sum of the probabilities, each counted by half at its own point.</remarks>
public sealed record Pdf : Distribution
{
    private readonly ValueList _points;
    private readonly ValueList _probabilities;
    private readonly ValueList _cumulated;

    /// <summary>Makes the distribution.</summary>
    /// <param name="points">The points, rising.</param>
    /// <param name="probabilities">The probability of each point; they are not negative and add up to 1.</param>
    /// <exception cref="ArgumentException">The points do not rise, or the probabilities do not fit or do not add up to
    /// 1.</exception>
    public Pdf(ReadOnlySpan<double> points, ReadOnlySpan<double> probabilities)
    {
        _points = ValueList.Copy(points, nameof(points));
        _probabilities = ValueList.Copy(probabilities, nameof(probabilities));
        if (points.Length != probabilities.Length)
        {
            throw new ArgumentException(
                $"{probabilities.Length} probabilities do not fit {points.Length} points.", nameof(probabilities));
        }

        double sum = 0.0;
        for (int i = 0; i < points.Length; i++)
        {
            if (i > 0 && points[i] <= points[i - 1])
            {
                throw new ArgumentException("points must rise.", nameof(points));
            }

            ArgumentOutOfRangeException.ThrowIfNegative(probabilities[i], nameof(probabilities));
            sum += probabilities[i];
        }

        if (Math.Abs(sum - 1.0) > 1e-8)
        {
            throw new ArgumentException($"probabilities must add up to 1, not to {sum}.", nameof(probabilities));
        }

        _cumulated = new(CumulatedProbabilities());
    }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        foreach (ref double value in destination)
        {
            value = Interpolation.Linear(random.NextDouble(), _cumulated.Span, _points.Span);
        }
    }

    private double[] CumulatedProbabilities()
    {
        ReadOnlySpan<double> probabilities = _probabilities.Span;
        var cumulated = new double[probabilities.Length];
        double sum = 0.0;
        for (int i = 0; i < cumulated.Length; i++)
        {
            sum += probabilities[i];
            cumulated[i] = sum - (0.5 * probabilities[i]);
        }

        return cumulated;
    }
}
