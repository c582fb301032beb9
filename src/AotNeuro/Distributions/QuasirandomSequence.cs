using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Points of the unit cube [0, 1) that cover it more evenly than random ones, in random order.</summary>
/// <remarks>
/// One dimension: an even grid. More: M. Roberts' additive sequence, whose steps are the powers of 1/g, where g is the
/// root above 1
/// of g^(d+1) = g + 1. The start of the sequence is drawn.
/// </remarks>
public sealed record QuasirandomSequence : Distribution
{
    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        var start = new double[dimensions];
        foreach (ref double value in start.AsSpan())
        {
            value = random.Uniform(0.0, 1.0);
        }

        double[] steps = Steps(count, dimensions);
        int first = dimensions == 1 ? 0 : 1;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < dimensions; j++)
            {
                double place = start[j] + (steps[j] * (i + first));
                destination[(i * dimensions) + j] = place - Math.Floor(place);
            }
        }

        random.ShuffleRows(destination, dimensions);
    }

    private static double[] Steps(int count, int dimensions)
    {
        if (dimensions == 1)
        {
            return [1.0 / count];
        }

        double inverse = 1.0 / GoldenRatio(dimensions);
        var steps = new double[dimensions];
        for (int j = 0; j < dimensions; j++)
        {
            steps[j] = PortableMath.Pow(inverse, j + 1);
        }

        return steps;
    }

    /// <summary>The root above 1 of g^(d+1) = g + 1; the golden ratio if d is 1.</summary>
    private static double GoldenRatio(int dimensions)
    {
        double g = 1.0;
        double change;
        do
        {
            double value = PortableMath.Pow(g, dimensions + 1) - g - 1.0;
            change = value / (((dimensions + 1) * PortableMath.Pow(g, dimensions)) - 1.0);
            g -= change;
        }
        while (Math.Abs(change) > 1e-10);
        return g;
    }
}
