using AotNeuro.Random;

namespace AotNeuro.Generator.Tests;

/// <summary>What <c>[InitialState]</c> says is what neurons start with, and draws are those of Nengo's order.</summary>
public sealed class InitialStateTests
{
    private const int Neurons = 4;

    /// <summary>With <c>J = 2</c> a neuron reaches the threshold after <c>tau_rc ln(2 - v)</c>: 13.9, 8.1, 1.9 and 0.2 ms.</summary>
    [Theory]
    [InlineData("InitialState(nameof(LIF.Voltage), new[] { 0, 0.5, 0.9, 0.99 })", new[] { 14, 9, 2, 1 })]
    [InlineData("InitialState(nameof(LIF.Voltage), nameof(Start))", new[] { 1, 2, 9, 14 })]
    [InlineData("InitialState(nameof(LIF.Voltage), 0.9)", new[] { 2, 2, 2, 2 })]

    // Nothing happens for 2.5 ms.
    [InlineData("InitialState(nameof(LIF.Voltage), 0.99), InitialState(nameof(LIF.RefractoryTime), 0.0035)", new[] { 3, 3, 3, 3 })]
    public void First_spike_follows_from_the_voltage(string attributes, int[] steps)
    {
        NeuralModel model = CompiledModel.Run(
            $$"""
            static readonly double[] Start = { 0.99, 0.9, 0.5, 0 };
            [Ensemble(4, 1, Gain = 1.0, Bias = 2.0), {{attributes}}] partial Ensemble A { get; }
            [Probe("A.Neurons")] partial Probe Record { get; }
            """,
            steps: 20);
        double[] output = model.Recorded("Record");
        Assert.Equal(steps, Enumerable.Range(0, Neurons).Select(neuron => 1 + Enumerable.Range(0, 20).First(step => output[step * Neurons + neuron] > 0.0)));
    }

    [Fact]
    public void Draws_follow_the_order_of_the_states_and_not_of_the_attributes()
    {
        Ensemble ensemble = Built("LIF, InitialState(\"RefractoryTime\", nameof(Drawn)), InitialState(\"Voltage\", -0.5, 0.25)");
        var random = new RandomState(8);
        Assert.Equal(Uniform(random, -0.5, 0.25), ensemble.InitialState(0).ToArray());
        var expected = new double[Neurons];
        new Gaussian(0.001, 0.0001).Sample(Neurons, 1, random, expected);
        Assert.Equal(expected, ensemble.InitialState(1).ToArray());
    }

    /// <summary>The refractory time, which nothing sets, takes its draws though it is 0 for all.</summary>
    [Fact]
    public void A_state_without_an_attribute_takes_the_draws_that_it_always_takes()
    {
        Ensemble ensemble = Built("AdaptiveLIF, InitialState(\"Adaptation\", 1, 2)");
        var random = new RandomState(8);
        Assert.Equal(Uniform(random, 0.0, 1.0), ensemble.InitialState(0).ToArray());
        Assert.Equal(Uniform(random, 0.0, 0.0), ensemble.InitialState(1).ToArray());
        Assert.Equal(Uniform(random, 1.0, 2.0), ensemble.InitialState(2).ToArray());
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("new[] { 0.5, 0.5, 0.5, 0.5 }")]
    public void Numbers_and_arrays_take_no_draws(string voltage)
    {
        Ensemble ensemble = Built($"LIF, InitialState(\"Voltage\", {voltage}), InitialState(\"RefractoryTime\", nameof(Interval))");
        Assert.Equal([0.5, 0.5, 0.5, 0.5], ensemble.InitialState(0).ToArray());
        Assert.Equal(Uniform(new RandomState(8), 0.0, 0.001), ensemble.InitialState(1).ToArray());
    }

    [Fact]
    public void Rates_and_what_makes_spikes_of_them_draw_from_generators_of_their_own()
    {
        Ensemble ensemble = Built("AdaptiveLIFRate, RegularSpiking, InitialState(\"Voltage\", 0, 0.5), InitialState(\"Adaptation\", 2, 3)");
        Assert.Equal(Uniform(new RandomState(8), 2.0, 3.0), ensemble.InitialState(0).ToArray());
        Assert.Equal(Uniform(new RandomState(8), 0.0, 0.5), ensemble.InitialState(1).ToArray());
    }

    [Fact]
    public void All_ensembles_of_a_network_start_so()
    {
        NeuralModel model = CompiledModel.Run(
            "[EnsembleArray(4, 2), InitialState(\"Voltage\", new[] { 0.1, 0.2, 0.3, 0.4 })] partial EnsembleArray A { get; } [Probe(\"A.Output\")] partial Probe P { get; }",
            steps: 1);
        Assert.Equal(2, model.AllEnsembles.Count());
        Assert.All(model.AllEnsembles, ensemble => Assert.Equal([0.1, 0.2, 0.3, 0.4], ensemble.InitialState(0).ToArray()));
    }

    [Fact]
    public void An_array_of_another_length_is_named()
    {
        BuildException error = Assert.Throws<BuildException>(() => Built("InitialState(\"Voltage\", nameof(Two))"));
        Assert.Equal("A: the initial values of Voltage are 2 values, and must be one number or 4 values.", error.Message);
    }

    private static Ensemble Built(string attributes) => CompiledModel.Run(
        $$"""
        static readonly double[] Two = { 0.1, 0.2 };
        static readonly Distribution Drawn = new Gaussian(0.001, 0.0001);
        static Distribution Interval => new Uniform(0, 0.001);
        [Ensemble({{Neurons}}, 1, Seed = 7), {{attributes}}] partial Ensemble A { get; }
        [Probe(nameof(A))] partial Probe P { get; }
        """,
        steps: 1).Ensembles[0];

    private static double[] Uniform(RandomState random, double low, double high) =>
        [.. Enumerable.Range(0, Neurons).Select(_ => random.Uniform(low, high))];
}
