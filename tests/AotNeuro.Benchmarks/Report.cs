using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace AotNeuro.Benchmarks;

/// <summary>The measurements as markdown.</summary>
internal static class Report
{
    public static string Of(IReadOnlyList<Measurement> measurements, int rounds)
    {
        var text = new StringBuilder();
        int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        Line(text, $"""
            {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {width}-bit vectors.
            Every figure is median (least-most). Steps and ratios are of {rounds} rounds, in each of which model and C twin run
            one after the other, each time in other memory, since places in memory differ; what probes record goes to memory that is reused. The twin
            has the model's own neurons; by how much of it its result differs after a run is its deviation. It fuses products and sums; the second
            ratio is to one that rounds each as Nengo does. Nengo's figures (4.1.1.dev, NumPy 1.24) were recorded on another day, on another machine of the same class.

            """);
        Row(text, "", "model", "ns/step", "C twin ns/step", "ours / C", "ours / C rounding so", "deviation", "bytes/step", "Nengo (recorded) us/step", "Nengo/ours");
        Row(text, [.. Enumerable.Repeat("---", 10)]);
        foreach (Measurement m in measurements)
        {
            RecordedFigures nengo = m.Workload.Recorded;
            Row(
                text, m.Workload.Name, m.Workload.What, m.StepNs.ToString("0.0"), m.TwinNs?.ToString("0.0") ?? "-",
                m.Ratio?.ToString("0.00") ?? "-", m.RatioOfRoundings?.ToString("0.00") ?? "-",
                m.TwinDeviation is { } deviation ? Number(deviation, "0e+0") : "-", Number(m.BytesPerStep, "0.###"),
                $"{Number(nengo.StepUs, "0.0")} ({Number(nengo.FastestUs, "0.0")}-{Number(nengo.SlowestUs, "0.0")})",
                Number(nengo.StepUs * 1000 / m.StepNs.Median, "0") + "x");
        }

        Line(text, "");
        Row(text, "", "first build, ms", "build, ms", "Nengo (recorded) build, ms");
        Row(text, [.. Enumerable.Repeat("---", 4)]);
        foreach (Measurement m in measurements)
        {
            string nengo = m.Workload.Recorded.BuildMs is { } milliseconds ? Number(milliseconds, "0") : "-";
            Row(text, m.Workload.Name, Number(m.FirstBuildMs, "0.0"), m.BuildMs.ToString("0.0"), nengo);
        }

        return text.ToString();
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params string[] cells) => Line(text, $"| {string.Join(" | ", cells)} |");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
