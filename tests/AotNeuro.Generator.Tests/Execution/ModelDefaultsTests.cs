namespace AotNeuro.Generator.Tests;

/// <summary>Attributes on the class hold for the objects that say nothing themselves, and for no others.</summary>
public sealed class ModelDefaultsTests
{
    private const string ClockToX = """
        [Node] static double Clock(double t) => t * 1000;
        [Node(SizeIn = 1)] partial Node X { get; }
        """;

    [Fact]
    public void Neuron_type_of_the_class_is_that_of_its_ensembles()
    {
        NeuralModel model = Create("[NeuralModel(Seed = 1), Direct]", ClockToX + """
            [Ensemble(10, 1)] partial Ensemble A { get; }
            [Ensemble(10, 1), LIFRate] partial Ensemble B { get; }
            [Connection(nameof(Clock), nameof(A), Synapse = null)] partial Connection C { get; }
            [Connection(nameof(A), nameof(X), Synapse = null)] static double Cubed(double x) => x * x * x;
            [Connection(nameof(B), nameof(X), Synapse = null)] static double Nothing(double x) => 0.0;
            [Probe(nameof(X))] partial Probe Record { get; }
            """);
        Assert.IsType<Direct>(model.Ensembles[0].NeuronType);
        Assert.IsType<LIFRate>(model.Ensembles[1].NeuronType);
        model.RunSteps(3);
        Assert.All(model.Recorded("Record").Zip([1.0, 8, 27]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Synapse_of_the_class_is_that_of_its_connections()
    {
        NeuralModel model = Create("[NeuralModel(Seed = 1), ConnectionDefaults(Synapse = 0)]", ClockToX + """
            [Node(SizeIn = 1)] partial Node Y { get; }
            [Connection(nameof(Clock), nameof(X))] partial Connection C { get; }
            [Connection(nameof(Clock), nameof(Y), Synapse = null)] partial Connection D { get; }
            [Probe(nameof(X))] partial Probe Record { get; }
            [Probe(nameof(Y))] partial Probe Own { get; }
            """);
        model.RunSteps(3);
        Assert.All(model.Recorded("Record").Zip([0.0, 1, 2]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.All(model.Recorded("Own").Zip([1.0, 2, 3]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Period_and_synapse_of_the_class_are_those_of_its_probes()
    {
        NeuralModel model = Create("[NeuralModel(Seed = 1), ProbeDefaults(Synapse = 0, SampleEvery = 0.002)]", """
            [Node] static double Clock(double t) => t * 1000;
            [Probe(nameof(Clock))] partial Probe Record { get; }
            [Probe(nameof(Clock), Synapse = null, SampleEvery = 0.003)] partial Probe Own { get; }
            """);
        model.RunSteps(6);
        Assert.All(model.Recorded("Record").Zip([1.0, 3, 5]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.All(model.Recorded("Own").Zip([3.0, 6]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Radius_of_the_class_is_that_of_its_ensembles()
    {
        NeuralModel model = Create("[NeuralModel(Seed = 1), EnsembleDefaults(Radius = 2)]", """
            [Ensemble(10, 1)] partial Ensemble A { get; }
            [Ensemble(10, 1, Radius = 3)] partial Ensemble B { get; }
            [Probe(nameof(A))] partial Probe Record { get; }
            """);
        Assert.Equal([2.0, 3.0], model.Ensembles.Select(ensemble => ensemble.Radius));
    }

    private static NeuralModel Create(string attributes, string members) =>
        CompiledModel.Create($"using AotNeuro; {attributes} partial class Tested {{ {members} }}");
}
