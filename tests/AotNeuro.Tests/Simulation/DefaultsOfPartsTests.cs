using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Simulation;

/// <summary>Defaults and tunable parameters reach the objects of parts, as Nengo's configurations reach subnetworks.</summary>
public class DefaultsOfPartsTests
{
    [Fact]
    public void Parts_have_the_defaults_of_the_model_around_them()
    {
        var given = new AllDefaults();
        var said = new NoDefaults();
        given.Run(0.3);
        said.Run(0.3);

        Assert.Equal(75, given.Part.Output.Count);
        Assert.Equal(Bits.Of(said.Part.Output.Values), Bits.Of(given.Part.Output.Values));
        Assert.Contains(given.Part.Output.Values.ToArray(), value => value != 0);
        Same(said, given);
        Assert.Equal((2.0, 2.0), (given.Part.A.Radius, given.Part.Array.Ensembles[1].Radius));
        Assert.Equal(0.5, Assert.IsType<SpikingRectifiedLinear>(given.Part.Array.Ensembles[0].NeuronType).Amplitude);
    }

    [Fact]
    public void What_is_nearest_holds()
    {
        var given = new NestedDefaults();
        var said = new NestedWithout();
        given.Run(0.3);
        said.Run(0.3);

        Assert.Equal(Bits.Of(said.Middle.Inner.Output.Values), Bits.Of(given.Middle.Inner.Output.Values));
        Same(said, given);
    }

    [Fact]
    public void Model_alone_keeps_its_own()
    {
        var model = new Silent();
        model.Run(0.1);

        Assert.Equal(1.0, model.A.Radius);
        Assert.IsType<LIF>(model.A.NeuronType);
        Assert.Equal(100, model.Output.Count);
    }

    /// <summary>A chain of exact ensembles without synapses passes on the exact square in the same step.</summary>
    [Fact]
    public void Parts_can_be_made_exact()
    {
        var model = new ExactDefaults();
        model.Run(0.1);

        for (int i = 0; i < 100; i++)
        {
            double wave = Math.Sin(20 * 0.001 * (i + 1));
            Assert.Equal([wave * wave, -wave * wave], model.Array.Data.Row(i).ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
        }
    }

    [Fact]
    public void Arrays_of_parts_can_be_made_exact()
    {
        var model = new ExactArray();
        model.Run(0.1);

        for (int i = 0; i < 100; i++)
        {
            double t = 0.001 * (i + 1);
            double wave = Math.Sin(20 * t);
            Assert.Equal([wave * wave, t * t], model.Squares.Data.Row(i).ToArray(), (a, b) => Math.Abs(a - b) < 1e-15);
        }
    }

    [Fact]
    public void Tunables_of_parts_and_of_the_model_around_them_both_hold()
    {
        var tuned = new TunedOutside();
        var before = new TunedOutside();
        before.Run(0.3);
        tuned.Run(0.1);
        tuned.Part.TauRc = 0.04;
        Assert.Equal(0, tuned.StepCount);
        tuned.TauRef = 0.0015;
        tuned.Run(0.3);
        var said = new TunedNowhere();
        said.Run(0.3);

        Assert.Equal(Bits.Of(said.Spikes.Values), Bits.Of(tuned.Spikes.Values));
        Assert.NotEqual(Bits.Of(before.Spikes.Values), Bits.Of(tuned.Spikes.Values));
        Assert.Equal("Part.TauRc must be finite. (Parameter 'value')\nActual value was NaN.", Assert.Throws<ArgumentOutOfRangeException>(() => tuned.Part.TauRc = double.NaN).Message);
    }

    private static void Same(NeuralModel said, NeuralModel given)
    {
        foreach ((Ensemble a, Ensemble b) in said.AllEnsembles.Zip(given.AllEnsembles))
        {
            Assert.Equal(a.Name, b.Name);
            Assert.Equal(Bits.Of(a.Gain), Bits.Of(b.Gain));
            Assert.Equal(Bits.Of(a.EvalPoints.Values), Bits.Of(b.EvalPoints.Values));
        }

        foreach ((Connection a, Connection b) in said.AllConnections.Zip(given.AllConnections).Where(pair => pair.First.IsDecoded))
        {
            Assert.Equal(a.Name, b.Name);
            Assert.Equal(Bits.Of(a.Weights.Values), Bits.Of(b.Weights.Values));
        }
    }
}
