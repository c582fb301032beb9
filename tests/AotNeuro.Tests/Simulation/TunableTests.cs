using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Simulation;

/// <summary>Parameters that vary without recompiling.</summary>
public class TunableTests
{
    [Fact]
    public void Setting_rebuilds_and_rewinds()
    {
        var model = new IzhikevichPage();
        model.Run(0.05);
        long[] before = Bits.Of(model.Ens.Gain);

        model.ResetVoltage = -50;
        Assert.Equal(-50, model.ResetVoltage);
        Assert.Equal((0, 0.0), (model.StepCount, model.Time));
        Assert.All(model.Probes, probe => Assert.Equal(0, probe.Count));
        Assert.NotEqual(before, Bits.Of(model.Ens.Gain));
        Assert.Equal(-50, ((Izhikevich)model.Ens.NeuronType).ResetVoltage);
    }

    [Fact]
    public void Setting_the_same_value_does_nothing()
    {
        var model = new IzhikevichPage();
        model.Run(0.05);
        TimeSpan built = model.BuildTime;

        model.ResetVoltage = -65;
        model.Step();
        Assert.Equal((51, 51, built), (model.StepCount, model.Decoded.Count, model.BuildTime));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Values_must_be_finite(double value)
    {
        var model = new IzhikevichPage();
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => model.ResetVoltage = value);
        Assert.StartsWith("ResetVoltage must be finite.", error.Message, StringComparison.Ordinal);
        Assert.Equal(-65, model.ResetVoltage);
    }

    [Fact]
    public void Values_must_be_within_the_limits_of_the_parameter()
    {
        var model = new LimitedParameters();
        AssertError("Leak must be above 0.", () => model.Leak = 0.0);
        AssertError("Rest must be at least 0.", () => model.Rest = -0.001);
        AssertError("Floor must be at most 0.", () => model.Floor = 0.5);
        Assert.Equal((0.02, 0.002, 0.0), (model.Leak, model.Rest, model.Floor));
        model.Rest = 0.0;
        model.Step();

        static void AssertError(string message, Action act)
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(act);
            Assert.Equal("value", error.ParamName);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Tuned_and_compiled_in_parameters_give_the_same_bits()
    {
        var tuned = new IzhikevichPage { ResetVoltage = -50, ResetRecovery = 2 };
        tuned.Stimulus.Output = 0.2;
        tuned.Run(0.3);

        var compiled = new ChatteringPage();
        compiled.Run(0.3);

        Assert.Equal(Bits.Of(compiled.Ens.Gain), Bits.Of(tuned.Ens.Gain));
        Assert.NotEqual(0, compiled.Spikes.Spikes.Count);
        Bits.AssertEqual(Bits.Of(compiled), Bits.Of(tuned));
    }
}

/// <summary>A model whose neurons' limits can be run into.</summary>
[NeuralModel(Seed = 0)]
internal sealed partial class LimitedParameters
{
    [Ensemble(5, 1), LIF]
    public partial Ensemble Ens { get; }

    [Tunable(nameof(Ens), nameof(LIF.TauRc))]
    public partial double Leak { get; set; }

    [Tunable(nameof(Ens), nameof(LIF.TauRef))]
    public partial double Rest { get; set; }

    [Tunable(nameof(Ens), nameof(LIF.MinVoltage))]
    public partial double Floor { get; set; }
}
