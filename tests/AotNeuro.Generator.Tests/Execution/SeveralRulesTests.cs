namespace AotNeuro.Generator.Tests;

/// <summary>Several learning rules on one connection, each with a name, an error and signals of its own.</summary>
public sealed class SeveralRulesTests
{
    /// <summary>A has an activity of 1, and a decoder to Y that starts at 0.</summary>
    private const string Objects = """
        [Ensemble(1, 1, Gain = 1.0, Bias = 0.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble A { get; }
        [Node] const double One = 1;
        [Node] const double Two = 2;
        [Node(SizeIn = 1)] partial Node Y { get; }
        static readonly NoSolver Zero = new(new double[,] { { 0 } });
        [Connection(nameof(One), nameof(A), Synapse = null)] partial Connection OneToA { get; }

        """;

    private const string TwoPes = Objects + """
        [Connection(nameof(A), nameof(Y), Synapse = null, Solver = nameof(Zero)),
         PES(LearningRate = 1000, PreSynapse = null), PES(LearningRate = 1000, PreSynapse = 0.005, Name = "Slow")]
        partial Connection C { get; }
        [Connection(nameof(One), "C.PES", Synapse = null)] partial Connection First { get; }
        [Connection(nameof(Two), "C.Slow", Synapse = null)] partial Connection Second { get; }

        """;

    /// <summary>A sine that an ensemble learns to give back, by the rules that the braces stand for.</summary>
    private const string Sine = """
        [Node] static double Stimulus(double t) => Math.Sin(9 * t);
        [Ensemble(20, 1, Seed = 1)] partial Ensemble Pre { get; }
        [Ensemble(13, 1, Seed = 2)] partial Ensemble Post { get; }
        static double None(double x) => 0;
        [Connection(nameof(Stimulus), nameof(Pre))] partial Connection StimulusToPre { get; }
        [Node(SizeIn = 1)] partial Node Error { get; }
        [Connection(nameof(Post), nameof(Error))] partial Connection Is { get; }
        [Connection(nameof(Stimulus), nameof(Error), Transform = -1)] partial Connection Shall { get; }
        [Connection(nameof(Pre), nameof(Post), Function = nameof(None)), {}] partial Connection C { get; }
        [Probe(nameof(Post), Synapse = 0.01)] partial Probe Record { get; }

        """;

    private static double Decay => Math.Exp(-0.2);

    [Theory]
    [InlineData("\"C.PES\"", "Error", new[] { 1.0, 1, 1 })]
    [InlineData("\"C.PES\"", null, new[] { 1.0, 1, 1 })]
    [InlineData("\"C.Slow\"", "Error", new[] { 2.0, 2, 2 })]
    [InlineData("\"C.PES\"", "Activities", new[] { 1.0, 1, 1 })]
    [InlineData("\"C.PES\"", "Delta", new[] { -1.0, -1, -1 })]
    public void Each_rule_has_signals_of_its_own(string path, string? signal, double[] expected) =>
        Assert.Equal(expected, Recorded(TwoPes, path, signal, 3));

    [Fact]
    public void Each_rule_has_filters_of_its_own()
    {
        double[] activities = [1 - Decay, 1 - Decay * Decay, 1 - Decay * Decay * Decay];
        AssertNear(activities, Recorded(TwoPes, "\"C.Slow\"", "Activities", 3));
        AssertNear([.. activities.Select(activity => -2 * activity)], Recorded(TwoPes, "\"C.Slow\"", "Delta", 3));
    }

    /// <summary>The sum of -1 and of -2 times the filtered activity, of all steps before.</summary>
    [Fact]
    public void Changes_add_up()
    {
        double first = -1 - 2 * (1 - Decay);
        AssertNear([0, first, first - 1 - 2 * (1 - Decay * Decay)], Recorded(TwoPes, "nameof(C)", "Weights", 3));
    }

    [Fact]
    public void Two_rules_of_half_the_rate_are_one_of_the_whole()
    {
        const string Half = "PES(LearningRate = 5e-4)";
        double[] one = Learn("PES(LearningRate = 1e-3)", "nameof(C)");
        double[] two = Learn($"{Half}, PES(LearningRate = 5e-4, Name = \"Other\")", "\"C.PES\"", "\"C.Other\"");
        Assert.NotEqual(Learn(Half, "nameof(C)"), one);
        AssertNear(one, two, 1e-9);
    }

    [Theory]
    [InlineData("PES(LearningRate = 1e-3), PES(LearningRate = 0, Name = \"Other\")")]
    [InlineData("PES(LearningRate = 0, Name = \"Other\"), PES(LearningRate = 1e-3)")]
    [InlineData("PES(LearningRate = 1e-3), RLS(LearningRate = 0, Name = \"Other\")")]
    [InlineData("PES(LearningRate = 1e-3), Voja(LearningRate = 0, Name = \"Other\")")]
    public void Rule_of_rate_0_changes_nothing(string rules) =>
        Assert.Equal(Learn("PES(LearningRate = 1e-3)", "nameof(C)"), Learn(rules, "\"C.PES\"", "\"C.Other\""));

    [Fact]
    public void Only_rule_can_be_named_or_not() =>
        Assert.Equal(Learn("PES(LearningRate = 1e-3)", "nameof(C)"), Learn("PES(LearningRate = 1e-3, Name = \"P\")", "\"C.P\""));

    /// <summary>Encoders stay where Voja is told -1, while PES learns from the error 1.</summary>
    [Fact]
    public void Voja_has_a_signal_of_its_own_beside_an_error()
    {
        const string Members = Objects + """
            [Ensemble(1, 1, Gain = 1.0, Bias = 0.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble B { get; }
            [Node] static double Stop(double t) => t < 0.0025 ? 0 : -1;
            [Connection(nameof(Two), nameof(B), Synapse = null)] partial Connection TwoToB { get; }
            [Connection(nameof(A), nameof(B), Synapse = null, Solver = nameof(Zero), Transform = 0),
             PES(LearningRate = 1000, PreSynapse = null), Voja(LearningRate = 100, PostSynapse = null)]
            partial Connection C { get; }
            [Connection(nameof(Stop), "C.Voja", Synapse = null)] partial Connection Signal { get; }
            [Node] const double None = 0;
            [Connection(nameof(None), "C.PES", Synapse = null)] partial Connection Error { get; }

            """;
        AssertNear([1, 1.2, 1.392, 1.392], Recorded(Members, "nameof(B)", "ScaledEncoders", 4));
        AssertNear([1, 1.2, 1.392, 1.392], Recorded(Members, "\"C.Voja\"", "ScaledEncoders", 4));
        AssertNear([0.2, 0.192, 0, 0], Recorded(Members, "\"C.Voja\"", "Delta", 4));
        Assert.Equal([0.0, 0, -1, -1], Recorded(Members, "\"C.Voja\"", "Error", 4));
        Assert.Equal([0.0, 0, 0, 0], Recorded(Members, "nameof(C)", "Weights", 4));
    }

    [Theory]
    [InlineData("Error", new[] { 0.0, 0 })]
    [InlineData("Activities", new[] { 1.0, 1 })]
    [InlineData("Delta", new[] { 0.0, 0 })]
    public void Rule_that_nothing_tells_an_error_can_be_probed(string signal, double[] expected) => Assert.Equal(
        expected,
        Recorded(Objects + "[Connection(nameof(A), nameof(Y)), PES(PreSynapse = null)] partial Connection C { get; }\n", "nameof(C)", signal, 2).Select(value => value + 0.0));

    [Fact]
    public void Rules_of_a_part_have_paths_too()
    {
        const string Source = $$"""
            using AotNeuro;

            [NeuralModel(Seed = 1)]
            partial class Tested
            {
                [Part] partial Inner Part { get; }
                [Node] const double Two = 2;
                [Connection(nameof(Two), "Part.C.Slow", Synapse = null)] partial Connection More { get; }
                [Probe("Part.C.Slow", Signal = ProbeSignal.Error)] partial Probe Record { get; }
            }

            [NeuralModel(Seed = 2)]
            partial class Inner
            {
            {{TwoPes}}
            }
            """;
        NeuralModel model = CompiledModel.Create(Source);
        model.RunSteps(3);
        Assert.Equal([4.0, 4, 4], model.Recorded("Record"));
    }

    private static double[] Learn(string rules, params string[] targets)
    {
        IEnumerable<string> told = targets.Select((target, i) =>
            $"[Connection(nameof(Error), {target}, Synapse = null)] partial Connection Told{i} {{ get; }}\n");
        return CompiledModel.Run(Sine.Replace("{}", rules, StringComparison.Ordinal) + string.Concat(told), steps: 300).Recorded("Record");
    }

    private static double[] Recorded(string members, string target, string? signal, int steps)
    {
        string argument = signal is null ? "" : $", Signal = ProbeSignal.{signal}";
        return CompiledModel.Run($"{members}[Probe({target}{argument})] partial Probe Record {{ get; }}", steps).Recorded("Record");
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance = 1e-13)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
