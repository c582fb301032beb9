using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using AotNeuro.Numerics;

namespace AotNeuro.Benchmarks;

/// <summary>
/// What the linear algebra of builds reaches of the processor's peak: products of matrices with themselves, <c>A'A</c>, and Cholesky factorisations.
/// </summary>
internal static class Algebra
{
    private static readonly int[] Sizes = [500, 1000, 2000, 4000, 8000];

    /// <summary>Measures and prints a table.</summary>
    public static string Measure(int rounds)
    {
        int threads = Environment.ProcessorCount;
        double doubles = threads * Peak(), singles = 2 * doubles;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Fused multiply-adds on {threads} processors: {doubles:0} GFLOP/s in double, {singles:0} in single precision.\n\n");
        text.Append("| columns | product, GFLOP/s | of peak | Cholesky, GFLOP/s | of peak | product, single | of peak | Cholesky, single | of peak |\n");
        text.Append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (int size in Sizes)
        {
            (Spread product, Spread factor) = Take<double>(size, rounds);
            (Spread singleProduct, Spread singleFactor) = Take<float>(size, rounds);
            text.Append(CultureInfo.InvariantCulture, $"| {size} | {Cells(product, doubles)} | {Cells(factor, doubles)} | {Cells(singleProduct, singles)} | {Cells(singleFactor, singles)} |\n");
        }

        return text.ToString();
    }

    private static string Cells(Spread speed, double peak) => string.Create(CultureInfo.InvariantCulture, $"{speed.ToString("0")} | {speed.Median / peak:P0}");

    private static (Spread Product, Spread Factor) Take<T>(int size, int rounds)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        int rows = Math.Min(2 * size, 8000);
        rounds = size > 2000 ? Math.Min(rounds, 3) : rounds;
        var random = new System.Random(1);
        double[] values = [.. Enumerable.Range(0, rows * size).Select(_ => random.NextDouble())], sides = new double[rows];
        var solution = new T[size];
        double[] product = new double[rounds], factor = new double[rounds];
        using Workers.Helpers? helpers = Workers.Keep();
        for (int round = -1; round < rounds; round++)
        {
            using var system = new LinearSystem<T>(size, 1);
            using var packed = new PackedStrips<T>(system.Strips, LinearSystem.BlockDepth);
            long start = Stopwatch.GetTimestamp();
            system.AddRows(packed, new(values, rows, size), new(sides, rows, 1));
            double productSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            system.AddToDiagonal(rows);
            start = Stopwatch.GetTimestamp();
            Cholesky.Solve<T>(system, solution);
            double factorSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (round >= 0)
            {
                product[round] = (double)rows * size * size / productSeconds / 1e9;
                factor[round] = (double)size * size * size / 3.0 / factorSeconds / 1e9;
            }
        }

        return (Spread.Of(product), Spread.Of(factor));
    }

    /// <summary>The most that one processor does in doubles, in GFLOP/s.</summary>
    private static double Peak()
    {
        const int Count = 2_000_000, Chains = 12;
        double fastest = double.PositiveInfinity;
        for (int round = 0; round < 20; round++)
        {
            long start = Stopwatch.GetTimestamp();
            FusedChains(Count);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return 2.0 * Chains * Vector512<double>.Count * Count / fastest / 1e9;
    }

    /// <summary>Twelve chains of fused multiply-adds, each of which waits for nothing but itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static Vector512<double> FusedChains(int count)
    {
        Vector512<double> factor = Vector512.Create(1.000001), addend = Vector512.Create(1e-9);
        Vector512<double> a = addend, b = addend, c = addend, d = addend, e = addend, f = addend;
        Vector512<double> g = addend, h = addend, i = addend, j = addend, k = addend, l = addend;
        for (; count > 0; count--)
        {
            a = Vector512.MultiplyAddEstimate(a, factor, addend);
            b = Vector512.MultiplyAddEstimate(b, factor, addend);
            c = Vector512.MultiplyAddEstimate(c, factor, addend);
            d = Vector512.MultiplyAddEstimate(d, factor, addend);
            e = Vector512.MultiplyAddEstimate(e, factor, addend);
            f = Vector512.MultiplyAddEstimate(f, factor, addend);
            g = Vector512.MultiplyAddEstimate(g, factor, addend);
            h = Vector512.MultiplyAddEstimate(h, factor, addend);
            i = Vector512.MultiplyAddEstimate(i, factor, addend);
            j = Vector512.MultiplyAddEstimate(j, factor, addend);
            k = Vector512.MultiplyAddEstimate(k, factor, addend);
            l = Vector512.MultiplyAddEstimate(l, factor, addend);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
