namespace AotNeuro.Tests.Simulation;

/// <summary>Progress and cancellation.</summary>
public class WatchedRunTests
{
    [Fact]
    public void Progress_rises_and_ends_at_one_once()
    {
        // Slow steps, so that a run takes several reports.
        var model = new Scripted { Script = t => { Thread.Sleep(5); return t; } };
        model.RunSteps(3);
        var reports = new Reports();
        model.RunSteps(80, reports);

        Assert.True(reports.All.Count >= 3, $"{reports.All.Count} reports in 0.4 s");
        long[] done = [.. reports.All.Select(report => report.StepsDone)];
        Assert.Equal(done.Distinct().Order(), done);
        Assert.Equal(reports.All.Select(report => report.Elapsed).Order(), reports.All.Select(report => report.Elapsed));
        Assert.All(reports.All, report => Assert.Equal(80, report.StepsTotal));
        Assert.Single(reports.All, report => report.Fraction == 1.0);
        Assert.Equal(80, reports.All[^1].StepsDone);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public void A_short_run_is_reported_at_its_end(int steps)
    {
        var reports = new Reports();
        new Counter().RunSteps(steps, reports);
        Assert.Equal(1.0, reports.All[^1].Fraction);
        Assert.Single(reports.All, report => report.Fraction == 1.0);
    }

    [Fact]
    public void A_cancelled_run_stops_between_steps_and_can_go_on()
    {
        using var source = new CancellationTokenSource();
        var model = new Scripted();
        model.Script = t =>
        {
            if (model.StepCount == 40)
            {
                source.Cancel();
            }

            return t;
        };

        Assert.Throws<OperationCanceledException>(() => model.RunSteps(100_000, cancellation: source.Token));
        Assert.InRange(model.StepCount, 41, 99_999);
        Assert.All(model.Probes, probe => Assert.Equal(model.StepCount, probe.TotalCount));

        model.Script = t => t;
        int rest = 200_000 - (int)model.StepCount;
        model.RunSteps(rest);
        var fresh = new Scripted { Script = t => t };
        fresh.RunSteps(200_000);
        Bits.AssertEqual(Bits.Of(fresh), Bits.Of(model));
    }

    [Fact]
    public void A_run_that_is_cancelled_already_takes_no_step()
    {
        var model = new Counter();
        Assert.Throws<OperationCanceledException>(() => model.RunSteps(10, cancellation: new CancellationToken(canceled: true)));
        Assert.Equal(0, model.StepCount);
    }

    [Fact]
    public void A_run_without_end_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var model = new Counter();
        model.Steps.KeepLast(10);
        model.Sampled.KeepLast(10);
        model.RunSteps(7);
        var reports = new Reports(_ => source.Cancel());
        Assert.Throws<OperationCanceledException>(() => model.RunSteps(long.MaxValue, reports, source.Token));
        Assert.True(model.StepCount > 7);
        Assert.Equal(model.StepCount, model.Steps.Last[0]);
    }
}
