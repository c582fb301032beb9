using System.Globalization;

namespace AotNeuro.Benchmarks;

/// <summary>The median of repeated measurements, and how far they lie apart.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> measurements)
    {
        double[] sorted = [.. measurements.Order()];
        return new(sorted[sorted.Length / 2], sorted[0], sorted[^1]);
    }

    /// <summary>"median (least-most)".</summary>
    public string ToString(string format)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        return $"{Median.ToString(format, invariant)} ({Least.ToString(format, invariant)}-{Most.ToString(format, invariant)})";
    }
}
