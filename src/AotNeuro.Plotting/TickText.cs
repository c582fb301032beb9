using System.Globalization;
using ScottPlot.TickGenerators;

namespace AotNeuro.Plotting;

/// <summary>Where ticks stand and how their numbers are written, the same in every culture.</summary>
internal static class TickText
{
    private const int MaximumRowTicks = 10;

    private static readonly int[] RowSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

    /// <summary>Ticks at round numbers, at least the pixels apart, with nothing between them.</summary>
    public static NumericAutomatic NumericTicks(float minimumSpacing) => new()
    {
        LabelFormatter = Number,
        MinimumTickSpacing = minimumSpacing,
        MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1),
    };

    /// <summary>Ticks at whole powers of ten, at least the pixels apart, of an axis that counts them.</summary>
    public static NumericAutomatic PowerTicks(float minimumSpacing) => new()
    {
        IntegerTicksOnly = true,
        LabelFormatter = Power,
        MinimumTickSpacing = minimumSpacing,
        MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1),
    };

    /// <summary>Ticks at the rows 0, step, 2 step, ..., ten of them at most.</summary>
    public static NumericManual RowTicks(int rows)
    {
        var ticks = new NumericManual();
        int step = RowSteps.FirstOrDefault(step => rows <= MaximumRowTicks * step, rows);
        for (int row = 0; row < rows; row += step)
        {
            ticks.AddMajor(row, row.ToString(CultureInfo.InvariantCulture));
        }

        return ticks;
    }

    /// <summary>A number with a true minus sign; the rounding removes what is left of adding up steps.</summary>
    public static string Number(double value)
    {
        double rounded = Math.Round(value, 12);
        string text = (rounded == 0 ? 0 : rounded).ToString("G6", CultureInfo.InvariantCulture);
        return text.Replace('-', '\u2212');
    }

    /// <summary>Ten to a power: "0.01", "1,000", "1e-7".</summary>
    public static string Power(double power) => Math.Abs(power) <= 6
        ? Math.Pow(10, Math.Round(power)).ToString("#,0.######", CultureInfo.InvariantCulture)
        : $"1e{Number(power)}";

    /// <summary>The first number of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, ... that is not below the value.</summary>
    public static double RoundUp(double value)
    {
        if (value <= 0)
        {
            return 1;
        }

        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8])
        {
            if (factor * power >= value)
            {
                return factor * power;
            }
        }

        return 10 * power;
    }
}
