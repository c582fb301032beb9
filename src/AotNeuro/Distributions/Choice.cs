using AotNeuro.Random;

namespace AotNeuro;

/// <summary>One of some options, numbers or points, each with its weight.</summary>
public sealed record Choice : Distribution
{
    private readonly ValueList _options;
    private readonly ValueList _weights;
    private readonly ValueList _cumulated;

    /// <summary>Makes a choice among numbers.</summary>
    /// <param name="options">The numbers, at least one.</param>
    /// <param name="weights">A weight for each, not negative; null for equal ones. Only their proportions matter.</param>
    /// <exception cref="ArgumentException">There is no option, a number is not finite, or the weights do not fit.</exception>
    public Choice(ReadOnlySpan<double> options, double[]? weights = null)
        : this(ValueList.Copy(options, nameof(options)), 1, weights)
    {
    }

    /// <summary>Makes a choice among points.</summary>
    /// <param name="options">The points, one a row, at least one.</param>
    /// <param name="weights">A weight for each, not negative; null for equal ones. Only their proportions matter.</param>
    /// <exception cref="ArgumentException">There is no option, a number is not finite, or the weights do not fit.</exception>
    public Choice(double[,] options, double[]? weights = null)
        : this(ValueList.Copy(options, nameof(options)), options.GetLength(1), weights)
    {
    }

    private Choice(ValueList options, int dimensions, double[]? weights)
    {
        (_options, Dimensions) = (options, dimensions);
        _weights = weights is null ? EqualWeights(Count) : CheckWeights(weights, Count);
        _cumulated = new(CumulatedWeights());
    }

    /// <summary>Number of dimensions of an option.</summary>
    public int Dimensions { get; }

    /// <summary>Number of options.</summary>
    public int Count => _options.Span.Length / Dimensions;

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        if (dimensions != Dimensions)
        {
            throw new ArgumentException(
                $"Options of {Dimensions} dimensions cannot be drawn as points of {dimensions} dimensions.", nameof(dimensions));
        }

        for (int i = 0; i < count; i++)
        {
            int index = FirstToReach(random.NextDouble());
            _options.Span.Slice(index * Dimensions, Dimensions).CopyTo(destination[(i * Dimensions)..]);
        }
    }

    /// <summary>The first option whose cumulated probability reaches a draw.</summary>
    private int FirstToReach(double draw)
    {
        int first = 0;
        int last = Count - 1;
        while (first < last)
        {
            int middle = (first + last) >> 1;
            (first, last) = _cumulated.Span[middle] < draw ? (middle + 1, last) : (first, middle);
        }

        return first;
    }

    private double[] CumulatedWeights()
    {
        double total = 0.0;
        foreach (double weight in _weights.Span)
        {
            total += weight;
        }

        var cumulated = new double[Count];
        double sum = 0.0;
        for (int i = 0; i < cumulated.Length; i++)
        {
            sum += _weights.Span[i] / total;
            cumulated[i] = sum;
        }

        return cumulated;
    }

    private static ValueList EqualWeights(int count)
    {
        var weights = new double[count];
        Array.Fill(weights, 1.0);
        return new(weights);
    }

    private static ValueList CheckWeights(double[] weights, int count)
    {
        if (weights.Length != count)
        {
            throw new ArgumentException($"{weights.Length} weights do not fit {count} options.", nameof(weights));
        }

        ValueList copy = ValueList.Copy(weights, nameof(weights));
        double sum = 0.0;
        foreach (double weight in weights)
        {
            sum += weight < 0.0 ? double.NaN : weight;
        }

        if (!(sum is > 0.0 and < double.PositiveInfinity))
        {
            throw new ArgumentException("weights must not be negative, and not all of them 0.", nameof(weights));
        }

        return copy;
    }
}
