using System.Diagnostics;
using System.Globalization;

namespace AotNeuro.Aot.Tests;

/// <summary>What a published program costs.</summary>
/// <param name="ExecutableBytes">Size of the stripped executable.</param>
/// <param name="PeakMemoryBytes">The most resident memory, the largest of all runs.</param>
/// <param name="FirstStepMilliseconds">From the start of the process to the end of the first step, the median run.</param>
internal sealed record ProgramCost(long ExecutableBytes, long PeakMemoryBytes, double FirstStepMilliseconds)
{
    private const int Runs = 21;

    /// <summary>Runs a program that prints the clock at its first step and stays until its memory was read.</summary>
    public static ProgramCost Measure(PublishedApp app)
    {
        var times = new double[Runs];
        long peak = 0;
        for (int i = 0; i < Runs; i++)
        {
            // The program's clock is this process's: both read CLOCK_MONOTONIC.
            long start = Stopwatch.GetTimestamp();
            using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(app.Path, ["wait"]) { RedirectStandardOutput = true })!;
            try
            {
                long firstStep = long.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
                times[i] = Stopwatch.GetElapsedTime(start, firstStep).TotalMilliseconds;

                // The next line comes after the run.
                Assert.NotNull(process.StandardOutput.ReadLine());
                peak = Math.Max(peak, PeakMemory(process.Id));
            }
            finally
            {
                process.Kill();
                process.WaitForExit();
            }
        }

        Array.Sort(times);
        return new(app.Size, peak, Math.Round(times[Runs / 2], 1));
    }

    private static long PeakMemory(int process)
    {
        string line = File.ReadLines($"/proc/{process}/status")
            .Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        string kibibytes = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        return 1024 * long.Parse(kibibytes, CultureInfo.InvariantCulture);
    }
}
