namespace AotNeuro.Generator.Tests;

/// <summary>Generated code, run: which value is seen in which step, as the order of sets, reads and updates makes it.</summary>
public sealed class SignalTimingTests
{
    /// <summary>Decay of Lowpass(0.005) in a step of 1 ms.</summary>
    private static readonly double Decay = Math.Exp(-0.2);

    private const string OneToTarget = """
        [Node] const double One = 1;
        [Node(SizeIn = 1)] partial Node Target { get; }
        [Probe(nameof(Target))] partial Probe Record { get; }
        """;

    private const string ClockToTarget = """
        [Node] static double Clock(double t) => t * 1000;
        [Node(SizeIn = 1)] partial Node Target { get; }
        [Probe(nameof(Target))] partial Probe Record { get; }
        """;

    public static TheoryData<string, string, double[]> Records => new()
    {
        {
            "a node sees t = dt in its first step",
            "[Node] static double N(double t) => t; [Probe(nameof(N))] partial Probe Record { get; }",
            [0.001, 0.002, 0.003]
        },
        {
            "a lowpass synapse is seen a step late",
            OneToTarget + "[Connection(nameof(One), nameof(Target), Synapse = 0.005)] partial Connection C { get; }",
            [0, 1 - Decay, 1 - Decay * Decay]
        },
        {
            "a probe on the connection is one step ahead",
            OneToTarget.Replace("[Probe(nameof(Target))]", "[Probe(nameof(C))]", StringComparison.Ordinal)
                + "[Connection(nameof(One), nameof(Target), Synapse = 0.005)] partial Connection C { get; }",
            [1 - Decay, 1 - Decay * Decay, 1 - Decay * Decay * Decay]
        },
        {
            "a probe on a connection without a synapse sees what its source holds in the step, not what that takes in",
            ClockToTarget.Replace("[Probe(nameof(Target))]", "[Probe(nameof(D))]", StringComparison.Ordinal) + """
                [Node(SizeIn = 1)] partial Node Next { get; }
                [Connection(nameof(Clock), nameof(Target), Synapse = 0)] partial Connection C { get; }
                [Connection(nameof(Target), nameof(Next), Synapse = null)] partial Connection D { get; }
                """,
            [0, 1, 2]
        },
        {
            "the input of a connection is its value before the synapse",
            ClockToTarget.Replace("[Probe(nameof(Target))]", "[Probe(nameof(C), Signal = ProbeSignal.Input)]", StringComparison.Ordinal)
                + "[Connection(nameof(Clock), nameof(Target), Transform = 2)] partial Connection C { get; }",
            [2, 4, 6]
        },
        {
            "no synapse passes within the step",
            ClockToTarget + "[Connection(nameof(Clock), nameof(Target), Synapse = null)] partial Connection C { get; }",
            [1, 2, 3]
        },
        {
            "a synapse of 0 takes one step",
            ClockToTarget + "[Connection(nameof(Clock), nameof(Target), Synapse = 0)] partial Connection C { get; }",
            [0, 1, 2]
        },
        {
            "a passthrough node takes no step",
            ClockToTarget + """
                [Node(SizeIn = 1)] partial Node Middle { get; }
                [Connection(nameof(Clock), nameof(Middle), Synapse = null)] partial Connection C { get; }
                [Connection(nameof(Middle), nameof(Target), Synapse = null)] partial Connection D { get; }
                """,
            [1, 2, 3]
        },
        {
            "connections to one target add",
            ClockToTarget + """
                [Node] const double Ten = 10;
                [Connection(nameof(Clock), nameof(Target), Synapse = null)] partial Connection C { get; }
                [Connection(nameof(Clock), nameof(Target), Synapse = 0)] partial Connection D { get; }
                [Connection(nameof(Ten), nameof(Target), Synapse = null)] partial Connection E { get; }
                """,
            [11, 13, 15]
        },
        {
            "a function",
            ClockToTarget + "[Connection(nameof(Clock), nameof(Target), Synapse = null)] static double Squared(double x) => x * x;",
            [1, 4, 9]
        },
        {
            "an instance function that remembers, called once a step",
            "private double _sum; " + ClockToTarget + "[Connection(nameof(Clock), nameof(Target), Synapse = null)] double Summed(double x) => _sum += x;",
            [1, 3, 6]
        },
        {
            "the probe's own synapse is a step late too",
            "[Node] const double One = 1; [Probe(nameof(One), Synapse = 0.005)] partial Probe Record { get; }",
            [0, 1 - Decay, 1 - Decay * Decay]
        },
        {
            "a node that reads its own output of the step before",
            "[Node] static double Count(double t, double x) => x + 1; [Probe(nameof(Count))] partial Probe Record { get; }"
                + "[Connection(nameof(Count), nameof(Count), Synapse = 0)] partial Connection C { get; }",
            [1, 2, 3]
        },
        {
            "delays in a cycle through passthrough nodes",
            ClockToTarget + """
                [Node(SizeIn = 1)] partial Node Other { get; }
                [Connection(nameof(Clock), nameof(Target), Synapse = null)] partial Connection C { get; }
                [Connection(nameof(Target), nameof(Other), Synapse = 0)] partial Connection D { get; }
                [Connection(nameof(Other), nameof(Target), Synapse = 0)] partial Connection E { get; }
                """,
            [1, 2, 4, 6, 9]
        },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Value_is_seen_in_its_step(string what, string members, double[] expected)
    {
        double[] recorded = CompiledModel.Run(members, expected.Length).Recorded("Record");
        Assert.True(recorded.Length == expected.Length, what);
        Assert.All(recorded.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-14));
    }

    /// <summary>Two lowpass filters that feed each other: each must read what the other held before the step.</summary>
    [Theory]
    [InlineData("AToB", "BToA")]
    [InlineData("BToA", "AToB")]
    public void Filters_in_a_cycle_read_each_other_as_they_were(string first, string second)
    {
        string Link(string name) => name == "AToB"
            ? "[Connection(nameof(A), nameof(B), Synapse = 0.005)] partial Connection AToB { get; }"
            : "[Connection(nameof(B), nameof(A), Synapse = 0.01)] partial Connection BToA { get; }";
        double[] recorded = CompiledModel.Run($$"""
            [Node] static double Pulse(double t) => t < 0.0015 ? 1 : 0;
            [Node(SizeIn = 1)] partial Node A { get; }
            [Node(SizeIn = 1)] partial Node B { get; }
            [Connection(nameof(Pulse), nameof(A), Synapse = null)] partial Connection PulseToA { get; }
            {{Link(first)}}
            {{Link(second)}}
            [Probe(nameof(B))] partial Probe Record { get; }
            """, 20).Recorded("Record");

        double fast = Math.Exp(-0.001 / 0.005);
        double slow = Math.Exp(-0.001 / 0.01);
        var (toB, toA) = (0.0, 0.0);
        for (int step = 1; step <= recorded.Length; step++)
        {
            Assert.Equal(toB, recorded[step - 1], 1e-14);
            double a = (step == 1 ? 1 : 0) + toA;
            (toB, toA) = (fast * toB + (1 - fast) * a, slow * toA + (1 - slow) * toB);
        }
    }

    public static TheoryData<string, string, double[]> Transforms => new()
    {
        { "Transform = -2", "2", [-2, -20] },
        { "Transform = new[] { 3.0, 0.5 }", "2", [3, 5] },
        { "Transform = nameof(Matrix)", "3", [12, 34, 56] },
        { "Function = nameof(Swap)", "2", [10, 1] },
        { "Function = nameof(Swap), Transform = nameof(Matrix)", "3", [21, 43, 65] },
        { "Function = nameof(Spans), SizeMid = 2, Transform = 10", "2", [10, 110] },
    };

    [Theory]
    [MemberData(nameof(Transforms))]
    public void Transform_multiplies_the_function_of_the_source(string arguments, string size, double[] expected)
    {
        string matrix = arguments.Contains("Matrix", StringComparison.Ordinal)
            ? "static readonly double[,] Matrix = { { 2, 1 }, { 4, 3 }, { 6, 5 } };"
            : "";
        NeuralModel model = CompiledModel.Run($$"""
            {{matrix}}
            [Node(1, 10)] partial Node Source { get; }
            [Node(SizeIn = {{size}})] partial Node Target { get; }
            [Connection(nameof(Source), nameof(Target), Synapse = null, {{arguments}})] partial Connection Link { get; }
            static (double, double) Swap(double x, double y) => (y, x);
            static void Spans(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1]) = (x[0], x[0] + x[1]);
            [Probe(nameof(Target))] partial Probe Record { get; }
            """, 1);
        Assert.Equal(expected, model.Recorded("Record"));
    }

    /// <summary>A sample falls due where the remainder of the step by the period in steps is below 1.</summary>
    [Theory]
    [InlineData("0.001", "0.002", new[] { 2, 4, 6, 8, 10 })]
    [InlineData("0.001", "0.0025", new[] { 3, 5, 8, 10 })]
    [InlineData("0.005", "0.035", new[] { 8, 15, 22 })]
    public void SampleEvery_follows_the_rule_of_remainders(string dt, string every, int[] steps)
    {
        NeuralModel model = CompiledModel.Create($$"""
            using AotNeuro;
            [NeuralModel(Dt = {{dt}})] partial class Tested
            {
                private int _step;
                [Node] double Count(double t) => ++_step;
                [Probe(nameof(Count), SampleEvery = {{every}})] partial Probe Record { get; }
            }
            """);
        model.RunSteps(steps[^1]);
        Assert.Equal(steps.Select(step => (double)step), model.Recorded("Record"));
    }

    [Fact]
    public void KeepLast_keeps_the_latest() => Assert.Equal(
        [8.0, 9, 10],
        CompiledModel.Run(
            "[Node] static double N(double t) => t * 1000; [Probe(nameof(N), KeepLast = 3)] partial Probe Record { get; }",
            steps: 10).Recorded("Record"),
        (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Two_replaceable_nodes_are_replaced_apart()
    {
        NeuralModel model = CompiledModel.Create("""
            using AotNeuro;
            [NeuralModel] partial class Tested
            {
                [Node(1)] partial Node A { get; }
                [Node(2)] partial Node B { get; }
                [Probe(nameof(A))] partial Probe RecordA { get; }
                [Probe(nameof(B))] partial Probe RecordB { get; }
            }
            """);
        model.RunSteps(1);
        model.Nodes[1].Output = 5.0;
        model.RunSteps(1);
        model.Nodes[1].Output = null;
        model.RunSteps(1);
        Assert.Equal([1, 1, 1], model.Recorded("RecordA"));
        Assert.Equal([2, 5, 2], model.Recorded("RecordB"));
    }
}
