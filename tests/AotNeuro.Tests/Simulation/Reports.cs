namespace AotNeuro.Tests.Simulation;

/// <summary>Progress reports as they come, on the thread that runs the model.</summary>
internal sealed class Reports(Action<RunProgress>? onReport = null) : IProgress<RunProgress>
{
    public List<RunProgress> All { get; } = [];

    public void Report(RunProgress value)
    {
        All.Add(value);
        onReport?.Invoke(value);
    }
}
