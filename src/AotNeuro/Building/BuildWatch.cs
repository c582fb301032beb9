using System.Diagnostics;

namespace AotNeuro.Building;

/// <summary>Who is told of a build's progress, and who may cancel it.</summary>
/// <param name="progress">Is told, on the thread that builds.</param>
/// <param name="cancellation">Cancels the build.</param>
internal sealed class BuildWatch(IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private TimeSpan _reported;
    private (BuildStage Stage, int Done) _last;

    /// <summary>Cancels the build.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Tells of progress some times a second, and of the end of a stage always. Other threads than the building one tell nothing.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="done">How much of it is done.</param>
    /// <param name="total">All of it.</param>
    public void Report(BuildStage stage, int done, int total)
    {
        if (progress is null || Environment.CurrentManagedThreadId != _thread || _last == (stage, done))
        {
            return;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        if (done == total || elapsed - _reported >= ReportEvery)
        {
            (_reported, _last) = (elapsed, (stage, done));
            progress.Report(new(stage, done, total, elapsed));
        }
    }
}
