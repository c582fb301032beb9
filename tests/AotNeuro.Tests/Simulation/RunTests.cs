using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Simulation;

/// <summary>Running, stepping and rewinding.</summary>
public class RunTests
{
    [Fact]
    public void One_run_and_chunks_and_single_steps_give_the_same_bits()
    {
        var whole = new IzhikevichNeurons();
        whole.Run(seconds: 0.2);
        var expected = Bits.Of(whole);
        Assert.NotEqual(0, whole.Output.Spikes.Count);

        var chunks = new IzhikevichNeurons();
        foreach (int steps in new[] { 1, 2, 0, 97, 100 })
        {
            chunks.RunSteps(steps);
        }

        var single = new IzhikevichNeurons();
        for (int i = 0; i < 200; i++)
        {
            single.Step();
        }

        var watched = new IzhikevichNeurons();
        watched.RunSteps(200, new Reports());

        Bits.AssertEqual(expected, Bits.Of(chunks));
        Bits.AssertEqual(expected, Bits.Of(single));
        Bits.AssertEqual(expected, Bits.Of(watched));
    }

    [Fact]
    public void Time_is_the_number_of_steps_times_dt()
    {
        var model = new CoarseCounter();
        Assert.Equal((0, 0.0, 0.005), (model.StepCount, model.Time, model.Dt));

        model.Step();
        Assert.Equal((1, 0.005), (model.StepCount, model.Time));

        model.RunSteps(6);
        Assert.Equal((7, 7 * 0.005), (model.StepCount, model.Time));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.0004, 0)]
    [InlineData(0.0016, 2)]
    [InlineData(0.0094, 9)]
    [InlineData(0.1 + 0.2, 300)]
    [InlineData(0.29, 290)]
    public void Run_rounds_to_whole_steps(double seconds, long steps)
    {
        var model = new Counter();
        model.Run(seconds);
        Assert.Equal(steps, model.StepCount);
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Run_refuses_a_time_that_is_none(double seconds)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Counter().Run(seconds));
        Assert.Equal("seconds", error.ParamName);
        Assert.StartsWith("The time to run must be finite and not negative.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunSteps_refuses_a_negative_number()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Counter().RunSteps(-1));
        Assert.Equal("steps", error.ParamName);
    }

    [Fact]
    public void Reset_rewinds_everything()
    {
        var model = new IzhikevichNeurons();
        model.Run(0.1);
        var expected = Bits.Of(model);

        model.Reset();
        Assert.Equal((0, 0.0), (model.StepCount, model.Time));
        Assert.All(model.Probes, probe => Assert.Equal((0, 0L), (probe.Count, probe.TotalCount)));

        model.Run(0.1);
        Bits.AssertEqual(expected, Bits.Of(model));
    }

    [Fact]
    public void Reset_before_the_first_run_does_nothing()
    {
        var model = new IzhikevichNeurons();
        model.Reset();
        model.Run(0.05);
        var other = new IzhikevichNeurons();
        other.Run(0.05);
        Bits.AssertEqual(Bits.Of(other), Bits.Of(model));
    }

    [Fact]
    public void Two_models_of_a_class_share_nothing()
    {
        var alone = new IzhikevichNeurons();
        alone.RunSteps(60);

        var one = new IzhikevichNeurons();
        var two = new IzhikevichNeurons();
        two.A.Model.Seed = 12;
        for (int i = 0; i < 60; i++)
        {
            one.Step();
            two.Step();
            two.Step();
        }

        Assert.Equal((60, 120), (one.StepCount, two.StepCount));
        Bits.AssertEqual(Bits.Of(alone), Bits.Of(one));
    }

    [Fact]
    public async Task Models_on_several_threads_give_the_same_bits()
    {
        var alone = new IzhikevichNeurons();
        alone.Run(0.1);
        var expected = Bits.Of(alone);

        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var model = new IzhikevichNeurons();
            model.Run(0.1);
            return Bits.Of(model);
        }));
        Assert.All(await Task.WhenAll(runs), actual => Bits.AssertEqual(expected, actual));
    }
}
