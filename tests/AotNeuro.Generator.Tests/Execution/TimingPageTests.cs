using System.Reflection;
using AotNeuro.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using static AotNeuro.Generator.Tests.TimingPage;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Every line of docs/timing.md, by its id: when an object of a model sees what. Expected values are formulas or counts of steps, and the
/// page must show the same.
/// </summary>
public sealed partial class TimingPageTests
{
    private const string ClockToX = """
        [Node] static double Clock(double t) => t * 1000;
        [Node(SizeIn = 1)] partial Node X { get; }
        [Probe(nameof(X))] partial Probe Record { get; }
        """;

    private const string OneToX = """
        [Node] const double One = 1;
        [Node(SizeIn = 1)] partial Node X { get; }
        [Probe(nameof(X))] partial Probe Record { get; }
        """;

    /// <summary>Decay of Lowpass(0.005) in a step of 1 ms.</summary>
    private static readonly double Decay = Math.Exp(-0.2);

    [Fact]
    public void Every_line_has_a_test_and_every_test_a_line()
    {
        IEnumerable<string> tests = typeof(TimingPageTests).GetMethods()
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null && method.Name[0] == 'T' && char.IsDigit(method.Name[1]))
            .Select(method => method.Name[..3]);
        Assert.Equal(Lines.Keys.Order(), tests.Order());
        Assert.Equal(Enumerable.Range(1, Lines.Count).Select(number => $"T{number:00}"), Lines.Keys);
    }

    [Fact]
    public void T01_Node_sees_dt_in_its_first_step() => Shows(
        "[Node] static double Clock(double t) => t; [Probe(nameof(Clock))] partial Probe Record { get; }",
        [0.001, 0.002, 0.003]);

    [Fact]
    public void T02_Constant_is_there_from_the_first_step() => Shows(
        "[Node] const double One = 1; [Probe(nameof(One))] partial Probe Record { get; }",
        [1, 1, 1]);

    [Fact]
    public void T03_Process_gives_its_first_value_in_the_first_step() => Shows(
        """
        [Node] static readonly PresentInput Series = new(new double[,] { { 5 }, { 6 }, { 7 } }, 0.001);
        [Probe(nameof(Series))] partial Probe Record { get; }
        """,
        [5, 6, 7]);

    [Fact]
    public void T04_Node_sees_its_input_of_the_step() => Shows(
        """
        [Node] static double Clock(double t) => t * 1000;
        [Node] static double Twice(double t, double x) => 2 * x;
        [Connection(nameof(Clock), nameof(Twice), Synapse = null)] partial Connection C { get; }
        [Probe(nameof(Twice))] partial Probe Record { get; }
        """,
        [2, 4, 6]);

    [Fact]
    public void T05_No_synapse_takes_no_step() => Shows(
        ClockToX + "[Connection(nameof(Clock), nameof(X), Synapse = null)] partial Connection C { get; }",
        [1, 2, 3]);

    [Fact]
    public void T06_Passthrough_node_takes_no_step() => Shows(
        ClockToX + """
            [Node(SizeIn = 1)] partial Node Middle { get; }
            [Connection(nameof(Clock), nameof(Middle), Synapse = null)] partial Connection C { get; }
            [Connection(nameof(Middle), nameof(X), Synapse = null)] partial Connection D { get; }
            """,
        [1, 2, 3]);

    [Fact]
    public void T07_Function_and_transform_take_no_step() => Shows(
        ClockToX + "[Connection(nameof(Clock), nameof(X), Synapse = null, Transform = 10)] static double Squared(double x) => x * x;",
        [10, 40, 90]);

    [Fact]
    public void T08_Synapse_of_0_takes_one_step() => Shows(
        ClockToX + "[Connection(nameof(Clock), nameof(X), Synapse = 0)] partial Connection C { get; }",
        [0, 1, 2, 3]);

    [Fact]
    public void T09_Time_constant_far_below_dt_takes_one_step() => Shows(
        ClockToX + "[Connection(nameof(Clock), nameof(X), Synapse = 1e-6)] partial Connection C { get; }",
        [0, 1, 2, 3]);

    [Fact]
    public void T10_Lowpass_starts_in_the_second_step() => Shows(
        OneToX + "[Connection(nameof(One), nameof(X), Synapse = 0.005)] partial Connection C { get; }",
        [0, 1 - Decay, 1 - Decay * Decay, 1 - Decay * Decay * Decay]);

    /// <summary>The response of 1 / (tau s + 1)^2 to a step: 1 - (1 + t / tau) exp(-t / tau).</summary>
    [Fact]
    public void T11_Alpha_starts_in_the_second_step() => Shows(
        OneToX + "[Connection(nameof(One), nameof(X)), Alpha(0.005)] partial Connection C { get; }",
        [0, .. new[] { 0.2, 0.4, 0.6 }.Select(time => 1 - (1 + time) * Math.Exp(-time))]);

    /// <summary>Weights 4, 3, 2, 1 of the last four values, over their sum.</summary>
    [Fact]
    public void T12_Triangle_starts_in_the_second_step() => Shows(
        OneToX + "[Connection(nameof(One), nameof(X)), Triangle(0.003)] partial Connection C { get; }",
        [0, 0.4, 0.7, 0.9, 1, 1]);

    [Fact]
    public void T13_Values_that_arrive_in_one_step_add() => Shows(
        ClockToX + """
            [Connection(nameof(Clock), nameof(X), Synapse = null)] partial Connection Now { get; }
            [Connection(nameof(Clock), nameof(X), Synapse = 0, Transform = 10)] partial Connection Late { get; }
            """,
        [1, 12, 23]);

    [Fact]
    public void T14_Cycle_goes_round_once_a_step() => Shows(
        """
        [Node] static double Count(double t, double x) => x + 1;
        [Connection(nameof(Count), nameof(Count), Synapse = 0)] partial Connection C { get; }
        [Probe(nameof(Count))] partial Probe Record { get; }
        """,
        [1, 2, 3]);

    [Fact]
    public async Task T15_Cycle_without_a_synapse_is_refused()
    {
        Compilation compilation = TestCompilation.Create("""
            using AotNeuro;
            [NeuralModel] partial class Tested
            {
                [Node] static double Count(double t, double x) => x + 1;
                [Connection(nameof(Count), nameof(Count), Synapse = null)] partial Connection C { get; }
            }
            """);
        IEnumerable<Diagnostic> errors = await compilation.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(Assert.Single(errors).Id, Lines["T15"]);
    }

    /// <summary>Recorded after each of three steps of 0.1 s; adding up would give 0.30000000000000004 too, but 0.7999... after eight.</summary>
    [Fact]
    public void T16_Time_is_a_product_and_never_adds_up()
    {
        NeuralModel model = CompiledModel.Create("""
            using AotNeuro;
            [NeuralModel(Dt = 0.1)] partial class Tested
            {
                [Node] static double Clock(double t) => t;
                [Probe(nameof(Clock))] partial Probe Record { get; }
            }
            """);
        model.RunSteps(8);
        double[] expected = [.. Enumerable.Range(1, 8).Select(step => step * 0.1)];
        Assert.Equal(expected, model.Recorded("Record"));
        Assert.Equal(0.8, model.Time);
        Shows(model.Recorded("Record"), expected);
    }
}
