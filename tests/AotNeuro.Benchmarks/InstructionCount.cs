using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace AotNeuro.Benchmarks;

/// <summary>
/// Instructions of a step, counted by valgrind: the same in every run, whatever else the machine does. The program is Apps/StepCount of the
/// NativeAOT tests, which count too.
/// </summary>
internal static partial class InstructionCount
{
    /// <summary>The models that StepCount knows.</summary>
    public static IReadOnlyList<string> Models { get; } = ["W1", "W2", "W4"];

    /// <summary>Why nothing can be counted here, or null if it can.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    private const int Steps = 4000;

    /// <summary>Instructions per step: what so many steps more take, so that building the model does not count.</summary>
    /// <param name="program">StepCount, published.</param>
    /// <param name="model">One of <see cref="Models"/>.</param>
    public static double PerStep(string program, string model) =>
        (double)(Count(program, model, 2 * Steps) - Count(program, model, Steps)) / Steps;

    private static long Count(string program, string model, int steps)
    {
        string printed = Valgrind("--tool=callgrind", "--callgrind-out-file=/dev/null", program, model, $"{steps}");
        return long.Parse(Collected().Match(printed).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string? FindObstacle()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return "Instructions are counted on Linux x64.";
        }

        try
        {
            Valgrind("--version");
            return null;
        }
        catch (Win32Exception)
        {
            return "valgrind, which counts instructions, is not installed (Debian and Ubuntu: apt-get install valgrind).";
        }
    }

    private static string Valgrind(params string[] arguments)
    {
        var how = new ProcessStartInfo("valgrind", ["--log-fd=1", .. arguments]) { RedirectStandardOutput = true };

        // Threads that share a build, or collect garbage beside it, wait for each other a little longer or shorter in every run.
        how.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        how.Environment["DOTNET_gcConcurrent"] = "0";
        using var process = System.Diagnostics.Process.Start(how)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"valgrind {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    [GeneratedRegex(@"Collected\s*:\s*(\d+)")]
    private static partial Regex Collected();
}
