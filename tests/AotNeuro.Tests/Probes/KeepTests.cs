using AotNeuro.Tests.Simulation;

namespace AotNeuro.Tests.Probes;

/// <summary>What a probe keeps. The models' signal is the number of the step.</summary>
public class KeepTests
{
    [Fact]
    public void A_probe_keeps_all_samples()
    {
        var model = new Counter();
        model.RunSteps(300);
        Assert.Equal((300, 300L, 1), (model.Steps.Count, model.Steps.TotalCount, model.Steps.Size));
        AssertSteps(model.Steps, first: 1, last: 300);
        Assert.Equal((300, 1), (model.Steps.Data.Rows, model.Steps.Data.Columns));
        Assert.Equal(17.0, model.Steps.Data[16, 0]);
        Assert.Equal([300.0], model.Steps.Last.ToArray());
    }

    [Fact]
    public void Views_show_a_row_per_sample()
    {
        var model = new Replaceable();
        model.RunSteps(5);
        Assert.Equal((5, 2), (model.Twos.Data.Rows, model.Twos.Data.Columns));
        Assert.Equal([3 * 0.001, -(3 * 0.001)], model.Twos.Data.Row(2).ToArray());
        Assert.Equal(model.Twos.Data.Row(4).ToArray(), model.Twos.Last.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void The_latest_samples_are_kept_whole_and_in_order(int chunk)
    {
        var model = new Counter();
        for (int i = 0; i < 40; i++)
        {
            model.RunSteps(chunk);
            AssertSteps(model.LastFour, Math.Max(1, model.StepCount - 3), model.StepCount);
            Assert.Equal(model.StepCount, model.LastFour.TotalCount);
        }
    }

    [Fact]
    public void The_latest_samples_of_a_sampled_probe_keep_their_times()
    {
        var model = new Counter();
        model.Sampled.KeepLast(3);
        for (int i = 0; i < 50; i++)
        {
            model.RunSteps(7);
            double[] due = [.. Enumerable.Range(1, (int)model.StepCount).Where(step => step % 2.5 < 1.0).TakeLast(3)];
            Assert.Equal(due, model.Sampled.Values.ToArray());
            Assert.Equal(due.Select(step => step * 0.001), model.Sampled.Times());
        }
    }

    [Fact]
    public void What_is_kept_can_change_between_runs()
    {
        var model = new Counter();
        model.RunSteps(20);
        model.Steps.KeepLast(5);
        AssertSteps(model.Steps, 16, 20);
        model.RunSteps(2);
        AssertSteps(model.Steps, 18, 22);
        model.Steps.KeepAll();
        model.LastFour.KeepAll();
        model.RunSteps(100);
        AssertSteps(model.Steps, 18, 122);
        AssertSteps(model.LastFour, 19, 122);
        model.Steps.KeepLast(50);
        model.RunSteps(100);
        AssertSteps(model.Steps, 173, 222);
        Assert.Equal(222, model.Steps.TotalCount);
    }

    [Fact]
    public void The_latest_samples_survive_a_reset_as_a_rule()
    {
        var model = new Counter();
        model.Steps.KeepLast(2);
        model.RunSteps(9);
        model.Reset();
        model.RunSteps(5);
        AssertSteps(model.Steps, 4, 5);
    }

    [Fact]
    public void Clear_forgets_samples_and_time_goes_on()
    {
        var model = new Counter();
        model.RunSteps(10);
        model.Steps.Clear();
        model.Sampled.Clear();
        Assert.Equal((0, 10L), (model.Steps.Count, model.Steps.TotalCount));
        Assert.Empty(model.Steps.Times());

        model.RunSteps(5);
        AssertSteps(model.Steps, 11, 15);
        AssertSampled(model.Sampled, 13, 15);
    }

    [Fact]
    public void Samples_are_taken_by_Nengos_rule()
    {
        var model = new Counter();
        model.RunSteps(10);
        AssertSampled(model.Sampled, 3, 5, 8, 10);

        // 0.035 / 0.005 is a little above 7 in floating point, and Nengo keeps the quotient as it is.
        var coarse = new CoarseCounter();
        coarse.RunSteps(28);
        Assert.Equal(new[] { 8, 15, 22 }.Select(step => step * 0.005), coarse.Sampled.Times());
        Assert.Equal(coarse.Sampled.Times(), coarse.Sampled.Values.ToArray());
    }

    [Fact]
    public void Reserved_room_is_not_counted()
    {
        var model = new Counter();
        model.Steps.Reserve(500);
        model.Sampled.Reserve(500);
        Assert.Equal((0, 0), (model.Steps.Count, model.Sampled.Count));
        model.RunSteps(3);
        AssertSteps(model.Steps, 1, 3);
    }

    [Fact]
    public void More_samples_than_an_array_holds_are_refused_before_the_run()
    {
        var model = new Counter();
        model.RunSteps(2);
        var error = Assert.Throws<InvalidOperationException>(() => model.RunSteps(3_000_000_000));
        Assert.Equal(
            "Steps would hold 3000000002 samples of 1 values, more than one array can. Use KeepLast, SampleEvery or StreamTo.",
            error.Message);
        Assert.Throws<InvalidOperationException>(() => model.RunSteps(long.MaxValue));
        Assert.Throws<InvalidOperationException>(() => model.Sampled.Reserve(long.MaxValue));
        model.Steps.KeepLast(int.MaxValue);
        error = Assert.Throws<InvalidOperationException>(model.Step);
        Assert.StartsWith("Steps would hold", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, model.StepCount);
    }

    [Fact]
    public void Errors_say_what_to_do()
    {
        var model = new Counter();
        var error = Assert.Throws<InvalidOperationException>(() => model.Steps.Last.Length);
        Assert.Equal("Steps has no sample. Run the model first.", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Steps.TimeOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Steps.TimeOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Steps.KeepLast(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Steps.Reserve(-1));
        Assert.Throws<ArgumentNullException>(() => model.Steps.StreamTo(null!));
        Assert.Equal(
            "Steps records values. A probe with Signal = ProbeSignal.Spikes records spikes.",
            Assert.Throws<InvalidOperationException>(() => model.Steps.Spikes.Count).Message);
    }

    private static void AssertSteps(Probe probe, long first, long last)
    {
        double[] steps = [.. Enumerable.Range((int)first, (int)(last - first + 1))];
        Assert.Equal(steps, probe.Values.ToArray());
        Assert.Equal(steps.Select(step => step * 0.001), probe.Times());
        Assert.Equal(probe.Times()[^1], probe.TimeOf(probe.Count - 1));
    }

    private static void AssertSampled(Probe probe, params double[] steps)
    {
        Assert.Equal(steps, probe.Values.ToArray());
        Assert.Equal(steps.Select(step => step * 0.001), probe.Times());
    }
}
