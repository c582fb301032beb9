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
        { "precision", "Seed = 1", "Seed = 1, Precision = Precision.Single", ModelChanged },
        { "fast arithmetic", "Seed = 1", "Seed = 1, FastMath = true", ModelChanged },
        { "default precision", "Seed = 1", "Seed = 1, Precision = Precision.Double", NothingChanged },
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

    /// <summary>A member for each attribute, beside two ensembles and what the attributes name; and an edit of one of its arguments.</summary>
    public static TheoryData<string, string, string> Arguments => new()
    {
        { "[Connection(\"Pair[0]\", nameof(A))] partial Connection C { get; }", "Pair[0]", "Pair[1]" },
        { "[Connection(nameof(A), \"A.Neurons[0]\")] partial Connection C { get; }", "Neurons[0]", "Neurons[1]" },
        { "[Connection(nameof(A), nameof(A)), Lowpass(0.1)] partial Connection C { get; }", "0.1", "0.2" },
        { "[Connection(nameof(A), nameof(A)), Alpha(0.1)] partial Connection C { get; }", "0.1", "0.2" },
        { "[Connection(nameof(A), nameof(A)), Triangle(0.1)] partial Connection C { get; }", "0.1", "0.2" },
        { "[Probe(nameof(A)), LinearFilter(new[] { 1.0 }, new[] { 0.1, 1.0 })] partial Probe P { get; }", "0.1", "0.2" },
        { "[Connection(nameof(A), nameof(A), Weights = true)] partial Connection C { get; }", "true", "false" },
        { "[Connection(nameof(A), nameof(A), Transform = nameof(Drawn))] partial Connection C { get; }", "nameof(Drawn)", "nameof(Matrix)" },
        { "[Connection(nameof(A), nameof(A), EvalPoints = nameof(Drawn))] partial Connection C { get; }", "nameof(Drawn)", "nameof(Matrix)" },
        {
            "[Connection(nameof(A), nameof(A), Function = nameof(Matrix), EvalPoints = nameof(Matrix))] partial Connection C { get; }",
            "EvalPoints = nameof(Matrix)",
            "EvalPoints = nameof(Other)"
        },
        { Told("nameof(A), nameof(A)", "PES(LearningRate = 0.1)"), "0.1", "0.2" },
        { "[Connection(nameof(A), nameof(A)), PES(Name = \"P\"), PES] partial Connection C { get; } [Probe(\"C.P\")] partial Probe Q { get; }", "P\"", "R\"" },
        { "[Connection(nameof(A), nameof(A)), PES, RLS] partial Connection C { get; } [Probe(\"C.PES\", Signal = ProbeSignal.Delta)] partial Probe Q { get; }", "C.PES", "C.RLS" },
        { "[Connection(nameof(A), nameof(A)), PES, RLS] partial Connection C { get; } [Connection(nameof(A), \"C.PES\")] partial Connection E { get; }", "C.PES", "C.RLS" },
        { Told("nameof(A), nameof(A)", "RLS(LearningRate = 0.1)"), "0.1", "0.2" },
        { Told("nameof(A), nameof(A)", "Voja(PostSynapse = 0.1)"), "0.1", "0.2" },
        { "[Connection(nameof(A), nameof(A), Weights = true), BCM(ThetaSynapse = 0.1)] partial Connection C { get; }", "0.1", "0.2" },
        { "[Connection(nameof(A), nameof(A), Weights = true), Oja(Beta = 0.1)] partial Connection C { get; }", "0.1", "0.2" },
        { "[Ensemble(9, 1, Gain = 1.0, Bias = 0.1)] partial Ensemble E { get; }", "0.1", "0.2" },
        { "[Ensemble(9, 1, Noise = nameof(Noise))] partial Ensemble E { get; }", "nameof(Noise)", "nameof(Louder)" },
        { "[Ensemble(9, 1), InitialState(\"Voltage\", 0.1)] partial Ensemble E { get; }", "0.1", "0.2" },
        { "[Ensemble(9, 1), InitialState(\"Voltage\", 0.1)] partial Ensemble E { get; }", "\"Voltage\"", "\"RefractoryTime\"" },
        { "[Ensemble(9, 1), InitialState(\"Voltage\", 0.1, 0.5)] partial Ensemble E { get; }", "0.1", "0.2" },
        { "[Ensemble(9, 1), InitialState(\"Voltage\", 0.1, 0.5)] partial Ensemble E { get; }", "0.5", "0.6" },
        { "[EnsembleArray(9, 2), InitialState(\"Voltage\", nameof(Drawn))] partial EnsembleArray E { get; }", "nameof(Drawn)", "0.5" },
        { "[Ensemble(9, 1), LIFRate, RegularSpiking(Amplitude = 0.1)] partial Ensemble E { get; }", "0.1", "0.2" },
        { "[Ensemble(9, 1), Direct] partial Ensemble E { get; }", ", Direct", "" },
        { "[Node(nameof(Noise), SizeOut = 1)] partial Node N { get; }", "SizeOut = 1", "SizeOut = 2" },
        { "[EnsembleArray(9, 2, Radius = 0.1)] partial EnsembleArray E { get; }", "0.1", "0.2" },
        { "[EnsembleArray(9, 2), ArrayOutput(\"Squares\", nameof(Square))] partial EnsembleArray E { get; }", "Squares", "Others" },
        { "[BasalGanglia(2, AmpaSynapse = 0.1)] partial BasalGanglia E { get; } [Probe(\"E.Output\")] partial Probe Q { get; }", "0.1", "0.2" },
        { "[BasalGanglia(2, GabaSynapse = 0.1)] partial BasalGanglia E { get; } [Probe(\"E.Output\")] partial Probe Q { get; }", "0.1", "0.2" },
        { "[AssociativeMemory(1, 1, nameof(Matrix), WinnerTakeAll = true, WinnerTakeAllScale = 0.1)] partial AssociativeMemory E { get; }", "0.1", "0.2" },
        { "[AssociativeMemory(1, 1, nameof(Matrix), InputScale = 0.1)] partial AssociativeMemory E { get; }", "0.1", "0.2" },
        { "[AssociativeMemory(1, 1, nameof(Matrix)), MemoryInput(\"Keys\", 1, nameof(Matrix), Scales = 0.1)] partial AssociativeMemory E { get; }", "0.1", "0.2" },
        { "[AssociativeMemory(1, 1, nameof(Matrix)), MemoryOutput(\"Values\", 1, nameof(Matrix))] partial AssociativeMemory E { get; }", "Values", "Others" },
        {
            "[AssociativeMemory(1, 1, nameof(Matrix)), MemoryDefault(nameof(Vector), MinActivationValue = 0.1)] partial AssociativeMemory E { get; }",
            "0.1",
            "0.2"
        },
        { "[Part(Seed = 1)] partial Inner E { get; }", "Seed = 1", "Seed = 2" },
        { "[Part, EnsembleDefaults(Radius = 0.1)] partial Inner E { get; }", "0.1", "0.2" },
        { "[Part, LIF(TauRc = 0.1)] partial Inner E { get; }", "0.1", "0.2" },
        { "[EnsembleArray(9, 2), EnsembleDefaults(Intercepts = 0.1)] partial EnsembleArray E { get; }", "0.1", "0.2" },
        { "[Probe(\"A.Neurons\", Signal = ProbeSignal.Voltage)] partial Probe P { get; }", "Voltage", "Input" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Edit_of_an_argument_redoes_its_model_alone(string member, string before, string after)
    {
        string model = Inner + $$"""

            [NeuralModel(Seed = 1)]
            partial class Edited
            {
                static readonly Distribution Drawn = new Uniform(-1, 1);
                static readonly double[,] Matrix = { { 1 } };
                static readonly double[] Vector = { 1 };
                static readonly double[,] Other = { { 2 } };
                static readonly Process Noise = new WhiteNoise();
                static readonly Process Louder = new WhiteNoise(new Gaussian(0, 2));
                static double Square(double x) => x * x;
                [Ensemble(9, 1)] partial Ensemble A { get; }
                [Ensemble(9, 2)] partial Ensemble Pair { get; }
                [Probe(nameof(A))] partial Probe Record { get; }
                {{member}}
            }
            """;
        string edited = model.Replace(member, member.Replace(before, after, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(edited != model, $"The edit '{before}' changes nothing.");
        GeneratorRun run = Run(model);
        Assert.Equal(NothingOfTwoChanged, run.Edit(model.Replace("using AotNeuro;", "using AotNeuro; class Unrelated;", StringComparison.Ordinal)));
        Assert.Equal("Models: Unchanged, Modified\nModelSources: Cached, Modified\nOutput: Cached, Modified", run.Edit(edited));
    }

    /// <summary>The C functions are redone with their model, whose header may differ then, and the model with its prefix.</summary>
    [Theory]
    [InlineData("/* a */ [Node]", "Models: Unchanged\nModelSources: Cached\nNativeSources: Cached\nOutput: Cached, Cached")]
    [InlineData("[Input(2)] public partial Span<double> X { get; } [Node]", "Models: Modified\nModelSources: Modified\nNativeSources: Modified\nOutput: Modified, Modified")]
    public void Edit_of_an_exported_model(string node, string reasons)
    {
        string model = Model.Replace("[NeuralModel(Seed = 1)]", "[NeuralModel(Seed = 1), NativeExport(\"edited\")]", StringComparison.Ordinal);
        Assert.Equal(reasons, Run(model).Edit(model.Replace("[Node]", node, StringComparison.Ordinal)));
    }

    /// <summary>What stands on the class holds for all its objects.</summary>
    [Theory]
    [InlineData("[EnsembleDefaults(Radius = 1.5)]", "1.5", "2.5")]
    [InlineData("[ConnectionDefaults(Synapse = 0.1)]", "0.1", "0.2")]
    [InlineData("[ProbeDefaults(Synapse = 0.1)]", "0.1", "0.2")]
    [InlineData("[Izhikevich(TauRecovery = 0.1)]", "0.1", "0.2")]
    public void Edit_of_a_default_redoes_the_model(string attribute, string before, string after)
    {
        string model = Model.Replace("[NeuralModel(Seed = 1)]", attribute + " [NeuralModel(Seed = 1)]", StringComparison.Ordinal)
            .Replace(", Izhikevich(TauRecovery = 0.1)", "", StringComparison.Ordinal);
        GeneratorRun run = Run(model);
        Assert.Equal(NothingChanged, run.Edit(model.Replace("using AotNeuro;", "using AotNeuro; class Unrelated;", StringComparison.Ordinal)));
        Assert.Equal(ModelChanged, run.Edit(model.Replace(before, after, StringComparison.Ordinal)));
    }

    [Fact]
    public void Edit_of_a_part_in_another_file_redoes_both()
    {
        const string whole = "using AotNeuro; [NeuralModel(Seed = 1)] partial class Whole { [Part] partial Inner Part { get; } }";
        GeneratorRun run = Run(whole, Inner);
        Assert.Equal(NothingOfTwoChanged, run.Edit(whole, Inner.Replace("[Ensemble", "/* comment */ [Ensemble", StringComparison.Ordinal)));
        Assert.Equal(
            "Models: Modified, Modified\nModelSources: Modified, Modified\nOutput: Modified, Modified",
            run.Edit(whole, Inner.Replace("(9, 1", "(17, 1", StringComparison.Ordinal)));
    }

    private const string NothingOfTwoChanged = "Models: Unchanged, Unchanged\nModelSources: Cached, Cached\nOutput: Cached, Cached";

    private const string Inner = "using AotNeuro; [NeuralModel] partial class Inner { [Ensemble(9, 1)] internal partial Ensemble Ens { get; } }";

    private static string Told(string ends, string rule) =>
        $"[Connection({ends}), {rule}] partial Connection C {{ get; }} [Connection(nameof(A), nameof(C))] partial Connection Error {{ get; }}";

    private static GeneratorRun Run(params IReadOnlyList<string> sources) => GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, sources);
}
