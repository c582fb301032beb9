namespace AotNeuro.Plotting;

/// <summary>The checks of arguments that the drawing methods share.</summary>
internal static class Check
{
    public static void SameLength(int x, int y, string xName, string yName)
    {
        if (x != y)
        {
            throw new ArgumentException($"{yName} has {y} values but {xName} has {x}; they must be equally many.", yName);
        }
    }

    public static void Rows(int x, MatrixView values, string xName, string valuesName)
    {
        if (x != values.Rows)
        {
            throw new ArgumentException(
                $"{valuesName} has {values.Rows} rows but {xName} has {x} values; each row belongs to one value.", valuesName);
        }

        if (values.Columns == 0)
        {
            throw new ArgumentException($"{valuesName} has no columns, so there is nothing to draw.", valuesName);
        }
    }

    public static void NotEmpty(int length, string name)
    {
        if (length == 0)
        {
            throw new ArgumentException($"{name} is empty, so there is nothing to draw.", name);
        }
    }

    public static void Finite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"{name}[{i}] is {values[i]}; every value must be finite.", name);
            }
        }
    }

    /// <summary>Heights may be missing (NaN), which leaves a gap, but an infinite one cannot be placed on an axis.</summary>
    public static void NotInfinite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                throw new ArgumentException($"{name} holds an infinite value (number {i}); leave a gap with NaN.", name);
            }
        }
    }

    public static void Ascending(ReadOnlySpan<double> values, string name)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] <= values[i - 1])
            {
                throw new ArgumentException($"{name}[{i}] = {values[i]} does not lie above {name}[{i - 1}] = {values[i - 1]}; "
                    + "sort the inputs.", name);
            }
        }
    }

    public static (double Min, double Max)? Limits((double Min, double Max)? limits, string name)
    {
        if (limits is var (min, max) && !(double.IsFinite(min) && double.IsFinite(max) && min < max))
        {
            throw new ArgumentException(
                $"The limits {min} to {max} are not a range: both must be finite, the first the lower.", name);
        }

        return limits;
    }
}
