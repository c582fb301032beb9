using System.Globalization;
using System.Text;

namespace AotNeuro.Benchmarks;

/// <summary>A workload as a NativeAOT program, for each instruction set that this machine has.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="StepNs">Nanoseconds per step, per instruction set.</param>
/// <param name="ToWidest">The ratio of each to the last, which has the widest vectors, round by round.</param>
/// <param name="BuildMs">Milliseconds that the last takes to build the model, which is the first of its process.</param>
/// <param name="PeakMegabytes">The most memory that it has held by then.</param>
internal sealed record AotSteps(Workload Workload, Spread[] StepNs, Spread[] ToWidest, Spread BuildMs, double PeakMegabytes)
{
    private const int Repetitions = 30;

    /// <summary>Publishes the program of all workloads, a file per instruction set.</summary>
    public static string[] Publish(string folder) =>
        [.. AotFigures.InstructionSets().Select(set => AotFigures.Publish(Path.Combine(CTwin.SourceFolder(), "Apps", "Steps", "Steps.csproj"), set, Path.Combine(folder, $"steps-{set ?? "default"}")))];

    /// <summary>Measures a workload: the programs take turns, each time as a new process, whose memory lies elsewhere.</summary>
    public static AotSteps Measure(Workload workload, string[] programs, int rounds)
    {
        Run[][] runs = [.. Enumerable.Range(0, workload.IsQuick ? rounds : 1).Select(_ => Array.ConvertAll(programs, program => RunOnce(program, workload)))];
        Spread Of(Func<Run[], double> figure) => Spread.Of(runs.Select(figure));
        return new(
            workload,
            [.. programs.Index().Select(program => Of(round => round[program.Index].StepNs))],
            [.. programs.Index().Select(program => Of(round => round[program.Index].StepNs / round[^1].StepNs))],
            Of(round => round[^1].BuildMs),
            Of(round => round[^1].PeakBytes).Median / 1e6);
    }

    /// <summary>The measurements as a table.</summary>
    public static string Table(IReadOnlyList<AotSteps> measured)
    {
        string[] sets = [.. AotFigures.InstructionSets().Select(set => set ?? "default")];
        var text = new StringBuilder("\nAs NativeAOT programs, ns/step per instruction set; build and memory are those of the last.\n\n");
        text.Append($"|  | {string.Join(" | ", sets)} | {string.Join(" | ", sets.SkipLast(1).Select(set => $"{set} / {sets[^1]}"))} | build, ms | peak memory, MB |\n");
        text.Append($"| {string.Join(" | ", Enumerable.Repeat("---", 2 * sets.Length + 2))} |\n");
        foreach (AotSteps steps in measured)
        {
            string[] cells =
            [
                steps.Workload.Name,
                .. steps.StepNs.Select(spread => spread.ToString("0.0")),
                .. steps.ToWidest.SkipLast(1).Select(spread => spread.ToString("0.00")),
                steps.BuildMs.ToString("0.0"),
                steps.PeakMegabytes.ToString("0.0", CultureInfo.InvariantCulture),
            ];
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static Run RunOnce(string program, Workload workload)
    {
        string printed = CTwin.Run(program, workload.Name, $"{Repetitions}");
        double[] figures = [.. printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        return new(figures[0], figures[1], Spread.Of(figures.Skip(2)).Median);
    }

    private sealed record Run(double BuildMs, double PeakBytes, double StepNs);
}
