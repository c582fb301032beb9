namespace AotNeuro.Generator.Tests;

/// <summary>Edits and what the generator does again because of them.</summary>
public sealed class IncrementalityTests
{
    private const string Model = """
        using AotNeuro;

        [NeuralModel(Seed = 1)]
        partial class Edited
        {
            [Node] static double Input(double t) => Math.Sin(t);

            [Ensemble(20, 1), Izhikevich(TauRecovery = 0.1)] partial Ensemble Ens { get; }

            [Connection(nameof(Input), nameof(Ens))] partial Connection InputToEns { get; }

            [Probe(nameof(Ens))] partial Probe Decoded { get; }
        }
        """;

    private const string NothingChanged = "Models: Unchanged\nModelSources: Cached\nOutput: Cached";
    private const string ModelChanged = "Models: Modified\nModelSources: Modified\nOutput: Modified";

    public static TheoryData<string, string, string, string> Edits => new()
    {
        { "comment", "[Node]", "/* the input */ [Node]", NothingChanged },
        { "whitespace", "[Probe", "\n\n    [Probe", NothingChanged },
        { "unrelated type", "using AotNeuro;", "using AotNeuro; class Unrelated;", NothingChanged },
        { "unrelated member", "[Node]", "private static int Unrelated() => 1; [Node]", NothingChanged },
        { "body of a function", "Math.Sin(t)", "Math.Cos(t)", NothingChanged },
        { "default spelled out", "[Ensemble(20, 1)", "[Ensemble(20, 1, Radius = 1)", NothingChanged },
        { "radius", "[Ensemble(20, 1)", "[Ensemble(20, 1, Radius = 2)", ModelChanged },
        { "neurons within the same lanes", "[Ensemble(20, 1)", "[Ensemble(21, 1)", ModelChanged },
        { "neuron parameter", "TauRecovery = 0.1", "TauRecovery = 0.2", ModelChanged },
        { "seed", "Seed = 1", "Seed = 2", ModelChanged },
        { "added ensemble", "[Probe", "[Ensemble(20, 1)] partial Ensemble Other { get; } [Probe", ModelChanged },
        { "renamed probe", "Probe Decoded", "Probe Renamed", ModelChanged },
        { "function made an instance method", "static double Input", "double Input", ModelChanged },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_redoes_what_depends_on_it(string name, string before, string after, string reasons)
    {
        string edited = Model.Replace(before, after, StringComparison.Ordinal);
        Assert.True(edited != Model, $"The edit '{name}' changes nothing.");
        Assert.Equal(reasons, Run(Model).Edit(edited));
    }

    [Fact]
    public void Edit_in_another_file_redoes_nothing() =>
        Assert.Equal(NothingChanged, Run(Model, "class Other;").Edit(Model, "class Other { int _x; public int X => _x++; }"));

    [Fact]
    public void Edit_of_one_model_leaves_the_other_alone()
    {
        string second = Model.Replace("Edited", "Second", StringComparison.Ordinal);
        Assert.Equal(
            "Models: Unchanged, Modified\nModelSources: Cached, Modified\nOutput: Cached, Modified",
            Run(Model, second).Edit(Model, second.Replace("0.1", "0.2", StringComparison.Ordinal)));
    }

    /// <summary>The model holds the graph of the neuron type, so a changed step is a changed model, and a changed comment is not.</summary>
    [Theory]
    [InlineData(
        "if (spiked)",
        "if (spiked) /* comment */",
        "Models: Unchanged\nModelSources: Cached\nNeuronTypes: Unchanged\nNeuronTypeSources: Cached\nOutput: Cached, Cached")]
    [InlineData(
        "Voltage = 0.0;",
        "Voltage = 0.1;",
        "Models: Modified\nModelSources: Modified\nNeuronTypes: Modified\nNeuronTypeSources: Modified\nOutput: Modified, Modified")]
    public void Edit_of_a_neuron_type_redoes_the_models_that_use_it(string before, string after, string reasons) =>
        Assert.Equal(reasons, Run(Sources.OwnNeuronType).Edit(Sources.OwnNeuronType.Replace(before, after, StringComparison.Ordinal)));

    private static GeneratorRun Run(params IReadOnlyList<string> sources) => GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, sources);
}
