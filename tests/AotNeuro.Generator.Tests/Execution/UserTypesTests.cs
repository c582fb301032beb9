using static AotNeuro.Generator.Tests.CompiledModel;

namespace AotNeuro.Generator.Tests;

/// <summary>Types that a user derives, in an assembly of the user's, take the places of the library's.</summary>
public sealed class UserTypesTests
{
    private const string Usings = "using System; using AotNeuro; using AotNeuro.CompilerServices; using AotNeuro.Random;\n";

    private const string Clock = "[Node] static double Clock(double t) => t * 1000;\n";

    private const string ClockToA = Clock + """
        [Ensemble(1, 1, Gain = 1.0, Bias = 0.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble A { get; }
        [Connection(nameof(Clock), nameof(A), Synapse = null)] partial Connection ClockToA { get; }

        """;

    [Fact]
    public void Transform_multiplies_in_its_own_way() => AssertRecords(
        Clock + """
            static readonly Mine Folded = new();
            [Node(SizeIn = 1)] partial Node X { get; }
            [Connection(nameof(Clock), nameof(X), Synapse = null, Transform = nameof(Folded))] partial Connection C { get; }
            [Probe(nameof(X))] partial Probe Record { get; }
            """,
        """
        record Mine : Transform
        {
            static readonly double[] Five = { 5 };
            public override int SizeIn => 1;
            public override int SizeOut => 1;
            public override TransformStep MakeStep(RandomState random) => new Fold();
            sealed class Fold() : TransformStep(1, 1)
            {
                public override ReadOnlySpan<double> Weights => Five;
                public override void Apply(ReadOnlySpan<double> source, Span<double> target) => target[0] = 5 * source[0];
            }
        }
        """,
        [5, 10, 15]);

    [Fact]
    public void Process_makes_the_output_of_a_node() => AssertRecords(
        "[Node] static readonly Process Down = new Mine(); [Probe(nameof(Down))] partial Probe Record { get; }",
        """
        class Mine : Process
        {
            public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random) => new Count();
            sealed class Count : ProcessStep
            {
                double _left = 10;
                public override void Step(double time, ReadOnlySpan<double> input, Span<double> output) => output[0] = _left--;
            }
        }
        """,
        [10, 9, 8]);

    /// <summary>A filter that sums what it is given; like any synapse it is seen a step late.</summary>
    [Fact]
    public void Synapse_filters_a_connection() => AssertRecords(
        Clock + """
            static readonly Synapse Sums = new Mine();
            [Node(SizeIn = 1)] partial Node X { get; }
            [Connection(nameof(Clock), nameof(X), Synapse = nameof(Sums))] partial Connection C { get; }
            [Probe(nameof(X))] partial Probe Record { get; }
            """,
        """
        record Mine : Synapse
        {
            public override SynapseFilter MakeFilter(int size, double dt) => new Sum(size);
            sealed class Sum(int size) : SynapseFilter(size)
            {
                public override void Step(ReadOnlySpan<double> input, Span<double> output) => output[0] += input[0];
            }
        }
        """,
        [0, 1, 3, 6]);

    [Fact]
    public void Distribution_gives_the_values_of_an_ensemble() => AssertRecords(
        Clock + """
            static readonly Distribution Seven = new Mine();
            [Ensemble(1, 1, Gain = nameof(Seven), Bias = nameof(Seven), Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble A { get; }
            [Connection(nameof(Clock), nameof(A), Synapse = null)] partial Connection ClockToA { get; }
            [Probe(nameof(A), Signal = ProbeSignal.Output)] partial Probe Record { get; }
            """,
        """
        record Mine : Distribution
        {
            public override void Sample(int count, int dimensions, RandomState random, Span<double> destination) => destination.Fill(7);
        }
        """,
        [14, 21, 28]);

    [Fact]
    public void Solver_gives_the_decoders() => AssertRecords(
        ClockToA + "static readonly Solver Three = new Mine(); [Probe(nameof(A), Solver = nameof(Three))] partial Probe Record { get; }",
        """
        record Mine : Solver
        {
            public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
            {
                decoders.Fill(3);
                return default;
            }
        }
        """,
        [3, 6, 9]);

    [Fact]
    public void Least_squares_solver_serves_a_solver() => AssertRecords(
        ClockToA + "static readonly Solver Four = new LstsqL2(0.1, new Mine()); [Probe(nameof(A), Solver = nameof(Four))] partial Probe Record { get; }",
        """
        record Mine : LeastSquaresSolver
        {
            public override SolveInfo Solve(MatrixView matrix, MatrixView targets, ReadOnlySpan<double> sigma, Span<double> solution)
            {
                solution.Fill(4);
                return default;
            }
        }
        """,
        [4, 8, 12]);

    private static void AssertRecords(string members, string type, double[] expected)
    {
        NeuralModel model = Create($"{Usings}[NeuralModel(Seed = 1)] partial class Tested {{ {members} }}\n{type}");
        model.RunSteps(expected.Length);
        Assert.All(model.Recorded("Record").Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(expected.Length, model.Recorded("Record").Length);
    }
}
