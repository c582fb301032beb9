using AotNeuro.Generator.Diagnostics;

namespace AotNeuro.Generator.Tests;

/// <summary>Mistakes that do not stand at an object of the class: in the defaults on the class, and in other classes.</summary>
public sealed class ClassPlaceTests
{
    /// <summary>A value that stands on the class is a mistake there, once for all objects; where it means nothing, it is none.</summary>
    [Theory]
    [InlineData("[EnsembleDefaults(MaxRates = {|AN0308:-1.0|})]", "A max rate of 'A' is -1 Hz; it must be greater than 0")]
    [InlineData("[EnsembleDefaults(Noise = {|AN0317:\"None\"|})]", "'Noise' of 'A' must be the name of a static Process, and 'D' has no field or property 'None'")]
    [InlineData("[ConnectionDefaults(Synapse = {|AN0414:-1.0|})]", "'Synapse' of 'C' is -1; a time constant is a positive number of seconds, and 'Synapse = null' is no synapse")]
    [InlineData("[ProbeDefaults(SampleEvery = {|AN0505:1e-5|})]", "'SampleEvery' of 'P' is 1E-05; it must be a number of seconds of at least 'Dt' = 0.001")]
    [InlineData("[LIF(TauRc = {|AN0113:double.NaN|})]", "'TauRc' of 'A' is NaN; it must be finite")]
    [InlineData("[LIF, {|AN0304:LIFRate|}]", "'A' has 2 neuron types; remove all but one")]
    [InlineData("[{|AN0312:RegularSpiking|}]", "'RegularSpiking' makes spikes of rates, and LIF neurons have none; add a rate type such as 'LIFRate' to 'A'")]
    [InlineData("[ConnectionDefaults(Solver = nameof(Own)), ProbeDefaults(Synapse = 0.1, Solver = nameof(Own)), EnsembleDefaults(Radius = 2.0)]")]
    public Task Default_of_the_class(string attributes, params string[] messages)
    {
        const string members = """
            [Ensemble(3, 1)] partial Ensemble A { get; }
            [Ensemble(3, 1)] partial Ensemble B { get; }
            [EnsembleArray(3, 2)] partial EnsembleArray Array { get; }
            [Node] static double Wave(double t) => t;
            [Connection(nameof(Wave), nameof(A))] partial Connection C { get; }
            [Connection(nameof(A), nameof(B))] partial Connection E { get; }
            [Probe(nameof(B), Signal = ProbeSignal.Spikes)] partial Probe P { get; }
            [Probe(nameof(Wave))] partial Probe Q { get; }
            static readonly Solver Own = new LstsqL2(0.2);
            """;
        return AnalyzerRun.Verify(
            new ModelAnalyzer(), new NeuroGenerator(), $"using AotNeuro; {attributes} [NeuralModel] partial class D {{\n{members}\n}}", messages);
    }

    /// <summary>What is wrong in another class is said there; what makes it unfit as a part, at the part.</summary>
    [Theory]
    [InlineData("[Ensemble({|AN0301:0|}, 1)] internal partial Ensemble E { get; }", "that model has mistakes of its own", "'neurons' of 'E' is 0; an ensemble has at least 1 neuron and 1 dimension")]
    [InlineData("[Part] internal partial Outer {|AN0901:Back|} { get; }", "that model has mistakes of its own", "'Back' cannot be a part of 'Inner': that model has mistakes of its own")]
    public Task Part_with_a_mistake(string inner, string reason, params string[] messages) => AnalyzerRun.Verify(
        new ModelAnalyzer(),
        new NeuroGenerator(),
        "using AotNeuro; [NeuralModel] partial class Outer { [Part] internal partial Inner {|AN0901:Part|} { get; } "
            + "[Connection(\"Part.E\", \"Part.E\")] partial Connection C { get; } } [NeuralModel] partial class Inner { " + inner + " }",
        [$"'Part' cannot be a part of 'Outer': {reason}", .. messages]);

    /// <summary>A model that C cannot name or create.</summary>
    [Theory]
    [InlineData(
        "[NeuralModel, NativeExport({|AN0117:\"a-b\"|})] partial class M { }",
        "'M' cannot be exported to C: 'a-b' is no C identifier; begin with a letter, and use letters, digits and underscores")]
    [InlineData(
        "[NeuralModel, NativeExport({|AN0117:\"double\"|})] partial class M { }",
        "'M' cannot be exported to C: 'double' is no C identifier; begin with a letter, and use letters, digits and underscores")]
    [InlineData(
        "[NeuralModel, NativeExport(\"m\")] partial class {|AN0117:M|} { public M(int sensors) { } }",
        "'M' cannot be exported to C: give it a constructor without parameters, and let neither that nor the class be private")]
    [InlineData(
        "partial class Outer { [NeuralModel, NativeExport(\"m\")] private partial class {|AN0117:M|} { } }",
        "'M' cannot be exported to C: give it a constructor without parameters, and let neither that nor the class be private")]
    [InlineData(
        "[NeuralModel, NativeExport(\"m\")] partial class {|AN0117:M|} { [Input(1)] public partial System.Span<double> GoalX { get; } [Input(1)] public partial System.Span<double> goalX { get; } }",
        "'M' cannot be exported to C: 'GoalX' and 'goalX' would both define 'GOAL_X' in the header; rename one")]
    [InlineData(
        "[NeuralModel, NativeExport(\"m\")] partial class {|AN0117:M|} { [Input(1)] public partial System.Span<double> Goal { get; } [Input(1)] public partial System.Span<double> GoalSize { get; } }",
        "'M' cannot be exported to C: 'Goal' and 'GoalSize' would both define 'GOAL_SIZE' in the header; rename one")]
    [InlineData(
        "[NeuralModel, NativeExport(\"m\")] partial class {|AN0117:M|} { [Input(1)] public partial System.Span<double> Count { get; } }",
        "'M' cannot be exported to C: 'Count' would define 'COUNT', which the header uses; rename it")]
    [InlineData("[NeuralModel, NativeExport(\"m_1\")] partial class M { [Input(1)] public partial System.Span<double> GoalX { get; } }")]
    public Task Model_that_cannot_be_exported(string source, params string[] messages) =>
        AnalyzerRun.Verify(new ModelAnalyzer(), new NeuroGenerator(), "using AotNeuro; " + source, messages);
}
