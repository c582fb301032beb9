using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Simulation;

/// <summary>Progress and cancellation of builds.</summary>
public class WatchedBuildTests
{
    [Fact]
    public void Stages_come_in_order_and_end()
    {
        var reports = new BuildReports();
        var model = new CommunicationChannel();
        model.Build(reports);

        BuildProgress[] ends = [.. reports.All.Where(report => report.Fraction == 1.0)];
        Assert.Equal([BuildStage.Sampling, BuildStage.Decoders], ends.Select(report => report.Stage));
        Assert.All(ends, report => Assert.Equal(2, report.Total));
        Assert.Equal(reports.All.Select(report => report.Elapsed).Order(), reports.All.Select(report => report.Elapsed));
        Assert.All(reports.All, report => Assert.InRange(report.Elapsed, TimeSpan.Zero, model.BuildTime));
    }

    [Fact]
    public void What_is_built_already_is_not_reported()
    {
        var reports = new BuildReports();
        var model = new CommunicationChannel();
        model.Build();
        model.Build(reports);

        Assert.Empty(reports.All);
    }

    [Fact]
    public void A_cancelled_build_can_be_done_again()
    {
        using var source = new CancellationTokenSource();
        var model = new CommunicationChannel();
        var reports = new BuildReports(_ => source.Cancel());

        Assert.Throws<OperationCanceledException>(() => model.Build(reports, source.Token));
        Assert.Equal(TimeSpan.Zero, model.BuildTime);
        Assert.DoesNotContain(reports.All, report => report.Stage == BuildStage.Decoders);

        model.Run(0.1);
        var fresh = new CommunicationChannel();
        fresh.Run(0.1);
        Bits.AssertEqual(Bits.Of(fresh), Bits.Of(model));
    }

    [Fact]
    public void A_run_that_is_cancelled_already_builds_nothing()
    {
        var model = new CommunicationChannel();
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => model.Run(1.0, cancellation: cancelled));
        Assert.Equal(TimeSpan.Zero, model.BuildTime);
        model.Run(0.01);
        Assert.True(model.BuildTime > TimeSpan.Zero);
    }

    /// <summary>Reports as they come, on the thread that builds.</summary>
    private sealed class BuildReports(Action<BuildProgress>? onReport = null) : IProgress<BuildProgress>
    {
        public List<BuildProgress> All { get; } = [];

        public void Report(BuildProgress value)
        {
            All.Add(value);
            onReport?.Invoke(value);
        }
    }
}
