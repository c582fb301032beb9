using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace AotNeuro.Benchmarks;

/// <summary>The same models by hand in C (native/*.c), compiled for this machine when the benchmark starts.</summary>
internal sealed class CTwin
{
    private readonly string _folder;

    private CTwin(string folder) => _folder = folder;

    /// <summary>Compiles the twin: as fast as it can be, and with Nengo's roundings.</summary>
    /// <returns>The twin; <see langword="null"/> where there is no gcc.</returns>
    /// <exception cref="InvalidOperationException">gcc is there and does not compile it.</exception>
    public static CTwin? Compile(string folder)
    {
        var twin = new CTwin(folder);
        try
        {
            string[] sources = Directory.GetFiles(Path.Combine(SourceFolder(), "native"), "*.c"), common = ["-D_GNU_SOURCE", "-O3", "-march=native", "-Wno-psabi"];
            Run("gcc", [.. common, "-o", twin.ProgramOf(hasNengosRoundings: false), .. sources, "-lm"]);
            Run("gcc", [.. common, "-DNENGO_ROUNDINGS", "-ffp-contract=off", "-o", twin.ProgramOf(hasNengosRoundings: true), .. sources, "-lm"]);
        }
        catch (Win32Exception)
        {
            return null;
        }

        return twin;
    }

    public static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{output}");
    }

    /// <summary>Writes the numbers of a model's neurons where <see cref="Measure"/> finds them.</summary>
    public void Prepare(Workload workload, NeuralModel model) => TwinParameters.Write(model, ParametersOf(workload));

    /// <summary>
    /// Runs a workload in a process of its own: median nanoseconds per step, and the number that <see cref="Workload.CheckOf"/> gives of
    /// the model.
    /// </summary>
    /// <param name="workload">The workload.</param>
    /// <param name="repetitions">How often it runs.</param>
    /// <param name="hasNengosRoundings">Whether each operation is rounded as Nengo's, or products and sums are fused.</param>
    public (double StepNs, double Check) Measure(Workload workload, int repetitions, bool hasNengosRoundings)
    {
        string printed = Run(ProgramOf(hasNengosRoundings), workload.Name, ParametersOf(workload), $"{workload.Steps}", $"{repetitions}");
        string[] words = printed.Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private string ProgramOf(bool hasNengosRoundings) => Path.Combine(_folder, hasNengosRoundings ? "twin-rounding" : "twin");

    private string ParametersOf(Workload workload) => Path.Combine(_folder, workload.Name + ".parameters");
}
