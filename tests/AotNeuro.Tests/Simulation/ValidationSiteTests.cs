using AotNeuro.Building;
using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Simulation;

/// <summary>Mistakes that Nengo finds while it builds, and that no other test has.</summary>
public sealed class ValidationSiteTests
{
    [Fact]
    public void Max_rates_beyond_the_refractory_time_are_named()
    {
        INeuronType[] types = [new Sigmoid(), new Tanh()];
        Assert.All(types, type =>
        {
            EnsembleOptions options = new() { Neurons = 2, Dimensions = 1, MaxRates = new[] { 100.0, 400.0 } };
            var error = Assert.Throws<BuildException>(() => EnsembleBuilder.Build("Cortex", options, type, 0));
            Assert.Equal(
                "Cortex: max rates must be below 400 Hz, the inverse of the refractory time, and that of neuron 1 is 400 Hz.", error.Message);
        });
    }

    [Fact]
    public void Vectors_that_are_not_as_many_as_items_are_named()
    {
        var error = Assert.Throws<BuildException>(() => new FewVectors().Build());
        Assert.Equal(
            "Lookup.InputToElements: the transform is a matrix of 2 x 2, and a function of 2 values needs a matrix of 3 x 2 for a target of 3.", error.Message);
    }

    [Fact]
    public void Numbers_of_a_memory_that_are_none_are_named()
    {
        var error = Assert.Throws<BuildException>(() => new NoThreshold().Build());
        Assert.Equal("Lookup.BiasToItems[0]: the transform's values must be finite numbers, and row 0 holds NaN.", error.Message);
    }
}

/// <summary>An associative memory of three items with two vectors.</summary>
[NeuralModel(Seed = 0)]
internal sealed partial class FewVectors
{
    private static readonly double[,] Vectors = { { 1.0, 0.0 }, { 0.0, 1.0 } };

    [AssociativeMemory(3, 2, nameof(Vectors))]
    public partial AssociativeMemory Lookup { get; }

    [Node(1.0, 0.0)]
    private partial Node Cue { get; }

    [Connection(nameof(Cue), "Lookup.Input")]
    public partial Connection CueToLookup { get; }

    [Probe("Lookup.Output")]
    public partial Probe Record { get; }
}

/// <summary>An associative memory with a number that is none.</summary>
[NeuralModel(Seed = 0)]
internal sealed partial class NoThreshold
{
    private static readonly double[,] Vectors = { { 1.0, 0.0 }, { 0.0, 1.0 } };

    [AssociativeMemory(2, 2, nameof(Vectors), Threshold = double.NaN)]
    public partial AssociativeMemory Lookup { get; }

    [Node(1.0, 0.0)]
    private partial Node Cue { get; }

    [Connection(nameof(Cue), "Lookup.Input")]
    public partial Connection CueToLookup { get; }

    [Probe("Lookup.Output")]
    public partial Probe Record { get; }
}
