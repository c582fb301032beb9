namespace AotNeuro;

/// <summary>Measures of signals and of the differences between them.</summary>
public static class Statistics
{
    /// <summary>The root of the mean of the squares (Nengo's <c>rms</c>).</summary>
    /// <param name="values">The values, at least one.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Rms(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("No values have no mean; give at least one.", nameof(values));
        }

        double sum = 0.0;
        foreach (double value in values)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum / values.Length);
    }

    /// <summary>The <see cref="Rms"/> of the differences (Nengo's <c>rmse</c>).</summary>
    /// <param name="actual">The values.</param>
    /// <param name="target">What they should be, as many.</param>
    /// <exception cref="ArgumentException">There are no values, or not as many of both.</exception>
    public static double Rmse(ReadOnlySpan<double> actual, ReadOnlySpan<double> target)
    {
        if (actual.Length != target.Length)
        {
            throw new ArgumentException($"{actual.Length} values cannot be compared with {target.Length}; give as many of both.", nameof(target));
        }

        var differences = new double[actual.Length];
        for (int i = 0; i < differences.Length; i++)
        {
            differences[i] = actual[i] - target[i];
        }

        return Rms(differences);
    }

    /// <summary>
    /// The <see cref="Rmse"/> over the <see cref="Rms"/> of the target (Nengo's <c>nrmse</c>): 0 is equal; NaN or infinite for a target of 0.
    /// </summary>
    /// <param name="actual">The values.</param>
    /// <param name="target">What they should be, as many.</param>
    /// <exception cref="ArgumentException">There are no values, or not as many of both.</exception>
    public static double Nrmse(ReadOnlySpan<double> actual, ReadOnlySpan<double> target) => Rmse(actual, target) / Rms(target);
}
