namespace AotNeuro.Random;

/// <content>Orders and choices.</content>
public sealed partial class RandomState
{
    /// <summary>Puts values into a random order.</summary>
    /// <param name="values">The values.</param>
    /// <typeparam name="T">Their type.</typeparam>
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = (int)Interval((uint)i);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>Puts the rows of a matrix into a random order.</summary>
    /// <param name="data">The matrix, row after row.</param>
    /// <param name="columns">Number of columns.</param>
    /// <exception cref="ArgumentException">The data are not a whole number of rows.</exception>
    public void ShuffleRows(Span<double> data, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        if (data.Length % columns != 0)
        {
            throw new ArgumentException($"{data.Length} values do not make whole rows of {columns} columns.", nameof(data));
        }

        for (int i = (data.Length / columns) - 1; i > 0; i--)
        {
            int j = (int)Interval((uint)i);
            Span<double> first = data.Slice(i * columns, columns);
            Span<double> second = data.Slice(j * columns, columns);
            for (int k = 0; k < columns && i != j; k++)
            {
                (first[k], second[k]) = (second[k], first[k]);
            }
        }
    }

    /// <summary>The integers from 0 to <paramref name="count"/> - 1 in a random order.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Shuffle(order.AsSpan());
        return order;
    }

    /// <summary>Draws one of 0 to <paramref name="options"/> - 1, all as likely.</summary>
    /// <param name="options">Number of options.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="options"/> is not positive.</exception>
    public int Choice(int options) => RandInt(options);

    /// <summary>Draws one of 0 to n - 1 with the probabilities given.</summary>
    /// <param name="probabilities">The probability of each option; they add up to 1.</param>
    /// <exception cref="ArgumentException">The probabilities are none, negative, not finite, or do not add up to 1.</exception>
    public int Choice(ReadOnlySpan<double> probabilities)
    {
        double total = 0.0;
        foreach (double probability in probabilities)
        {
            if (!(probability >= 0.0))
            {
                throw new ArgumentException($"{probability} is not a probability.", nameof(probabilities));
            }

            total += probability;
        }

        // NumPy's own tolerance: the square root of the spacing of doubles at 1.
        if (!(Math.Abs(total - 1.0) <= 1.4901161193847656e-8))
        {
            throw new ArgumentException($"The probabilities add up to {total}, not to 1.", nameof(probabilities));
        }

        double sample = NextDouble();
        double cumulated = 0.0;
        for (int i = 0; i < probabilities.Length - 1; i++)
        {
            cumulated += probabilities[i];
            if (sample < cumulated / total)
            {
                return i;
            }
        }

        return probabilities.Length - 1;
    }
}
