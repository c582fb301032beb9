using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace AotNeuro.Benchmarks;

/// <summary>The seed page as a NativeAOT program for one instruction set.</summary>
internal sealed record AotFigures(
    string InstructionSet, double Megabytes, double PeakMegabytes, Spread ProcessMs, Spread FirstStepMs, Spread StepNs)
{
    private const int Starts = 15;

    /// <summary>The default and those beyond it that this machine can run.</summary>
    public static IEnumerable<string?> InstructionSets() =>
        Avx512F.IsSupported ? [null, "x86-64-v3", "x86-64-v4"] : Avx2.IsSupported ? [null, "x86-64-v3"] : [null];

    /// <summary>Publishes the program for an instruction set and measures it.</summary>
    /// <param name="instructionSet">The value of IlcInstructionSet, or null for the default.</param>
    /// <param name="folder">Receives the program.</param>
    public static AotFigures Measure(string? instructionSet, string folder)
    {
        string name = instructionSet ?? "default";
        string project = Path.Combine(CTwin.SourceFolder(), "Apps", "SeedPage", "SeedPage.csproj");
        string program = Publish(project, instructionSet, Path.Combine(folder, name));
        (double ProcessMs, double FirstStepMs)[] starts = [.. Enumerable.Range(0, Starts).Select(_ => Start(program))];
        return new(
            name,
            new FileInfo(program).Length / 1e6,
            PeakMemory(program),
            Spread.Of(starts.Select(start => start.ProcessMs)),
            Spread.Of(starts.Select(start => start.FirstStepMs)),
            Spread.Of(Enumerable.Range(0, 7).Select(_ => TimeSteps(program))));
    }

    /// <summary>The figures as a table.</summary>
    public static string Table(IEnumerable<AotFigures> programs)
    {
        var text = new StringBuilder("\nW1 as a NativeAOT program that builds the model and runs it for a second:\n\n");
        text.Append("| instruction set | program, MB | peak memory, MB | whole process, ms | start to first step, ms | ns/step |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (AotFigures p in programs)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {p.InstructionSet} | {p.Megabytes:0.00} | {p.PeakMegabytes:0.0} | {p.ProcessMs.ToString("0.0")} | {p.FirstStepMs.ToString("0.0")} | {p.StepNs.ToString("0.0")} |\n");
        }

        return text.ToString();
    }

    /// <summary>Publishes a project as a NativeAOT program.</summary>
    /// <param name="project">The project's file.</param>
    /// <param name="instructionSet">The value of IlcInstructionSet, or null for the default.</param>
    /// <param name="output">Receives the program and all that is built on the way.</param>
    /// <returns>The program's file.</returns>
    public static string Publish(string project, string? instructionSet, string output)
    {
        string[] setting = instructionSet is null ? [] : [$"-p:IlcInstructionSet={instructionSet}"];
        CTwin.Run(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "--artifacts-path", output, "-o", output, .. setting,
            // Servers that outlive the publish would hold its output pipe open.
            "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        return Path.Combine(output, Path.GetFileNameWithoutExtension(project) + (OperatingSystem.IsWindows() ? ".exe" : ""));
    }

    private static (double ProcessMs, double FirstStepMs) Start(string program)
    {
        long start = Stopwatch.GetTimestamp();
        long firstStep = long.Parse(CTwin.Run(program).Split('\n')[0], CultureInfo.InvariantCulture);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, Stopwatch.GetElapsedTime(start, firstStep).TotalMilliseconds);
    }

    /// <summary>The median of the program's own times of 2,000 steps, which follow the time of its first step.</summary>
    private static double TimeSteps(string program)
    {
        IEnumerable<string> lines = CTwin.Run(program, "time").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        IEnumerable<double> ticks = lines.Select(line => double.Parse(line, CultureInfo.InvariantCulture));
        return Spread.Of(ticks).Median / Stopwatch.Frequency * 1e9 / 2000;
    }

    private static double PeakMemory(string program)
    {
        var how = new ProcessStartInfo(program, ["wait"]) { RedirectStandardOutput = true };
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(how)!;
        process.StandardOutput.ReadLine();
        double peak = process.PeakWorkingSet64 / 1e6;
        process.Kill();
        process.WaitForExit();
        return peak;
    }
}
