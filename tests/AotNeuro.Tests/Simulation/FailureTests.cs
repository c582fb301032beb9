namespace AotNeuro.Tests.Simulation;

/// <summary>Steps that go wrong.</summary>
public class FailureTests
{
    private static Scripted FailsAt(int step, Func<double> failure) =>
        new() { Script = t => Math.Round(t / 0.001) == step ? failure() : t };

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_node_that_returns_no_number_stops_the_model(double value, string text)
    {
        var model = FailsAt(6, () => value);
        var error = Assert.Throws<SimulationException>(() => model.Run(0.02));
        Assert.Equal("Late", error.ObjectName);
        Assert.Equal($"Late: the node's function returned {text} at t = 0.006 s; it must return finite numbers.", error.Message);

        Assert.Equal(5, model.StepCount);
        AssertFiveSamples(model);
        AssertRefusesUntilReset(model);
    }

    [Fact]
    public void An_exception_of_the_users_passes_through()
    {
        var own = new NotSupportedException("no sensor");
        var model = FailsAt(6, () => throw own);
        Assert.Same(own, Assert.Throws<NotSupportedException>(() => model.Run(0.02)));
        AssertFiveSamples(model);
        AssertRefusesUntilReset(model);
    }

    [Fact]
    public void A_watched_run_fails_the_same_way()
    {
        var model = FailsAt(6, () => double.NaN);
        var reports = new Reports();
        Assert.Throws<SimulationException>(() => model.RunSteps(20, reports));
        Assert.DoesNotContain(reports.All, report => report.StepsDone > 5);
        AssertFiveSamples(model);
    }

    [Fact]
    public void Building_anew_lets_the_model_run_again()
    {
        var model = FailsAt(1, () => double.NaN);
        Assert.Throws<SimulationException>(model.Step);
        model.Script = t => t;
        model.Seed = 4;
        model.Step();
        Assert.Equal(1, model.StepCount);
    }

    [Fact]
    public void A_function_of_the_model_cannot_run_reset_or_rebuild_it()
    {
        Action<Scripted>[] calls = [model => model.Step(), model => model.Reset(), model => model.Seed = 9];
        foreach (Action<Scripted> call in calls)
        {
            var model = new Scripted();
            model.Script = t =>
            {
                call(model);
                return t;
            };
            var error = Assert.Throws<InvalidOperationException>(model.Step);
            Assert.Equal("Scripted is running. Its functions and sinks cannot run, reset or rebuild it.", error.Message);
            model.Script = t => t;
            model.Reset();
            model.Step();
            Assert.Equal(1, model.StepCount);
        }
    }

    private static void AssertFiveSamples(Scripted model)
    {
        Assert.All(model.Probes, probe => Assert.Equal((5, 5L), (probe.Count, probe.TotalCount)));
        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0], model.EarlyOutput.Values.ToArray());
        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0], model.EarlySampled.Values.ToArray());
        Assert.Equal(5 * 0.001, model.EarlySampled.Times()[^1]);
    }

    private static void AssertRefusesUntilReset(Scripted model)
    {
        model.Script = t => t;
        var error = Assert.Throws<InvalidOperationException>(model.Step);
        Assert.Equal("Scripted stopped with an error at step 6. Call Reset() to start again.", error.Message);

        model.Reset();
        model.RunSteps(20);
        var fresh = new Scripted { Script = t => t };
        fresh.RunSteps(20);
        Bits.AssertEqual(Bits.Of(fresh), Bits.Of(model));
    }
}
