namespace AotNeuro.Plotting;

/// <summary>The range that numbers span; it starts empty and grows.</summary>
internal record struct Extent(double Min, double Max)
{
    public static readonly Extent Empty = new(double.PositiveInfinity, double.NegativeInfinity);

    public readonly bool IsEmpty => !(Min <= Max);

    /// <summary>Grows to take in the numbers; NaN (a gap in a line) is passed over.</summary>
    public void Include(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (value < Min)
            {
                Min = value;
            }

            if (value > Max)
            {
                Max = value;
            }
        }
    }

    /// <summary>
    /// Takes in 0 where the range begins just above it: a simulation's first time is one step after 0, and an axis from
    /// 0.001 would lack its first tick.
    /// </summary>
    public readonly Extent SnapToZero() => Min > 0 && Min <= 0.01 * Max ? this with { Min = 0 } : this;

    public void Include(Extent other) => (Min, Max) = (Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    /// <summary>Axis limits: the range plus a share of it on both sides, and never an empty or a zero-width range.</summary>
    public readonly (double Min, double Max) ToLimits(double margin)
    {
        if (IsEmpty)
        {
            return (0, 1);
        }

        double span = Max - Min;
        double pad = span > 0 ? margin * span : Math.Max(Math.Abs(Min) * 0.1, 0.5);
        return (Min - pad, Max + pad);
    }
}
