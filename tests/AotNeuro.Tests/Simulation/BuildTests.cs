using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Simulation;

/// <summary>When a model is built, and from which seed.</summary>
public class BuildTests
{
    [Fact]
    public void A_model_is_built_once_and_only_when_needed()
    {
        var model = new LIFNeurons();
        Assert.Equal(TimeSpan.Zero, model.BuildTime);

        model.Build();
        TimeSpan first = model.BuildTime;
        Assert.True(first > TimeSpan.Zero);

        model.Build();
        model.Run(0.01);
        model.Reset();
        model.Run(0.01);
        Assert.Equal(first, model.BuildTime);
    }

    [Fact]
    public void Built_parameters_are_there_before_any_run()
    {
        var model = new LIFNeurons();
        Assert.Equal((40, 2), (model.A.Encoders.Rows, model.A.Encoders.Columns));
        Assert.True(model.BuildTime > TimeSpan.Zero);
        Assert.Equal(0, model.StepCount);

        Assert.Equal(40, model.A.Gain.Length);
        Assert.Equal(40, model.A.Bias.Length);
        Assert.Equal(2, model.A.EvalPoints.Columns);
        Assert.Equal(1000.0, model.A.SpikeHeight);
        Assert.Equal((1, 100), (new CommunicationChannel().AToB.Weights.Rows, new CommunicationChannel().AToB.Weights.Columns));
    }

    [Fact]
    public void Encoders_are_unit_vectors_and_scaled_encoders_hold_the_gain()
    {
        var a = new LIFNeurons().A;
        for (int neuron = 0; neuron < a.NeuronCount; neuron++)
        {
            var encoder = a.Encoders.Row(neuron);
            Assert.Equal(1.0, Math.Sqrt(encoder[0] * encoder[0] + encoder[1] * encoder[1]), 1e-12);
            Assert.Equal(encoder[1] * a.Gain[neuron] / a.Radius, a.ScaledEncoders[neuron, 1], 1e-12);
        }
    }

    [Fact]
    public void A_connection_from_a_node_has_no_decoders()
    {
        var model = new CommunicationChannel();
        Assert.False(model.StimulusToA.IsDecoded);
        Assert.True(model.AToB.IsDecoded);
        var error = Assert.Throws<InvalidOperationException>(() => model.StimulusToA.Weights.Rows);
        Assert.Equal("StimulusToA starts from a node, so it has no decoders.", error.Message);
    }

    [Fact]
    public void The_seed_decides_which_neurons_there_are()
    {
        var model = new LIFNeurons();
        model.Run(0.05);
        var expected = Bits.Of(model);
        long[] neurons = Bits.Of(model.A.Bias);

        model.Seed = 12;
        Assert.Equal(0, model.StepCount);
        Assert.All(model.Probes, probe => Assert.Equal(0, probe.Count));
        Assert.NotEqual(neurons, Bits.Of(model.A.Bias));

        model.Seed = 11;
        model.Run(0.05);
        Assert.Equal(neurons, Bits.Of(model.A.Bias));
        Bits.AssertEqual(expected, Bits.Of(model));
    }

    [Fact]
    public void A_model_without_a_seed_draws_one()
    {
        var (one, two) = (new Unseeded(), new Unseeded());
        Assert.NotEqual(one.Seed, two.Seed); // fails by chance once in two thousand million runs
        Assert.InRange(one.Seed, 0, int.MaxValue);

        one.Run(0.05);
        two.Seed = one.Seed;
        two.Run(0.05);
        Bits.AssertEqual(Bits.Of(one), Bits.Of(two));
    }

    [Fact]
    public void A_negative_seed_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new LIFNeurons().Seed = -1);
        Assert.Equal("value", error.ParamName);
    }

    [Fact]
    public void A_failed_build_fails_again_until_its_cause_is_gone()
    {
        var model = new IzhikevichPage();
        model.Run(0.05);
        var expected = Bits.Of(model);

        // Such a coupling silences the cells at every input current, so that no maximum rate can be reached.
        double coupling = model.Coupling;
        model.Coupling = 1e6;
        var first = Assert.Throws<BuildException>(model.Build);
        var second = Assert.Throws<BuildException>(() => model.Ens.Gain.Length);
        Assert.Equal("Ens", first.ObjectName);
        Assert.StartsWith("Ens: ", first.Message, StringComparison.Ordinal);
        Assert.Equal(first.Message, second.Message);

        model.Coupling = coupling;
        model.Run(0.05);
        Bits.AssertEqual(expected, Bits.Of(model));
    }
}
