namespace AotNeuro.Numerics;

/// <summary>Points on a line and lines through points, rounded as NumPy's <c>linspace</c> and <c>interp</c> round.</summary>
internal static class Interpolation
{
    /// <summary>The value at <paramref name="x"/> of the line through points; beyond their ends the value at the end.</summary>
    /// <param name="x">Where.</param>
    /// <param name="xs">Abscissae, not falling, at least one.</param>
    /// <param name="ys">Ordinates, as many.</param>
    public static double Linear(double x, ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        if (x < xs[0])
        {
            return ys[0];
        }

        // The last point not beyond x.
        int low = 0;
        int high = xs.Length;
        while (high - low > 1)
        {
            int middle = (low + high) >> 1;
            (low, high) = xs[middle] <= x ? (middle, high) : (low, middle);
        }

        if (low == xs.Length - 1 || xs[low] == x)
        {
            return ys[low];
        }

        double slope = (ys[low + 1] - ys[low]) / (xs[low + 1] - xs[low]);
        return (slope * (x - xs[low])) + ys[low];
    }

    /// <summary>Fills with evenly spaced numbers from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="last">The last number.</param>
    /// <param name="numbers">Receives them, at least two.</param>
    public static void Linspace(double first, double last, Span<double> numbers)
    {
        double step = (last - first) / (numbers.Length - 1);
        for (int i = 0; i < numbers.Length - 1; i++)
        {
            numbers[i] = (i * step) + first;
        }

        numbers[^1] = last;
    }
}
