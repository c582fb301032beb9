namespace AotNeuro.Generator.Tests;

/// <summary>Decoders that no step multiplies by are solved when somebody asks for them, and are the same then.</summary>
public sealed class UnreadDecodersTests
{
    [Fact]
    public void Decoders_that_nobody_reads_are_solved_when_somebody_asks()
    {
        var unread = Create(probe: "");
        unread.RunSteps(10);
        Assert.Equal(0, Solves(unread));
        ReadOnlySpan<double> weights = Squared(unread).Weights.Values;
        Assert.Equal(1, Solves(unread));
        Assert.Single(Squared(unread).SolverReport.Rmses);
        Assert.Equal(1, Solves(unread));

        var read = Create("[Probe(nameof(Result))] partial Probe P { get; }");
        read.RunSteps(10);
        Assert.Equal(1, Solves(read));
        Assert.Equal(Squared(read).Weights.Values, weights);
        Assert.Contains(weights.ToArray(), weight => weight != 0.0);
    }

    /// <summary>What a part's outer model reads of it, the part itself does not know.</summary>
    [Fact]
    public void Decoders_of_a_part_are_solved_with_the_model()
    {
        NeuralModel model = Create("", """
            [NeuralModel(Seed = 1)]
            public partial class Outer
            {
                [Part] public partial Tested Inner { get; }
                [Probe("Inner.Result")] partial Probe P { get; }
            }
            """, "Outer");
        model.RunSteps(10);
        Assert.Equal(1, Solves(model));
    }

    /// <summary>What only values can show is still found when the model is built.</summary>
    [Fact]
    public void A_function_that_nobody_reads_is_checked_all_the_same()
    {
        BuildException exception = Assert.Throws<BuildException>(() => Create("", function: "1 / (x - x)").Build());
        Assert.Contains("Squared", exception.Message, StringComparison.Ordinal);
    }

    private static NeuralModel Create(string probe, string more = "", string type = "Tested", string function = "x * x") => CompiledModel.Create(
        $$"""
        #pragma warning disable CS1591 // tests are not documented
        using AotNeuro;

        public record Counting : Solver
        {
            public static int Solves;

            public override SolveInfo Solve(MatrixView activities, MatrixView targets, AotNeuro.Random.RandomState random, Span<double> decoders)
            {
                Solves++;
                return new LstsqL2().Solve(activities, targets, random, decoders);
            }
        }

        [NeuralModel(Seed = 1)]
        public partial class Tested
        {
            static readonly Solver Mine = new Counting();
            [Node] static double Stimulus(double t) => Math.Sin(20 * t);
            [Ensemble(neurons: 30, dimensions: 1)] public partial Ensemble Ens { get; }
            [Node(SizeIn = 1)] public partial Node Result { get; }
            [Connection(nameof(Stimulus), nameof(Ens))] partial Connection StimulusToEns { get; }
            [Connection(nameof(Ens), nameof(Result), Solver = nameof(Mine))] static double Squared(double x) => {{function}};
            [Probe(nameof(Ens), Signal = ProbeSignal.Spikes)] partial Probe Spikes { get; }
            {{probe}}
        }

        {{more}}
        """,
        type);

    private static Connection Squared(NeuralModel model) => model.Connections.Single(connection => connection.Name == "Squared");

    private static int Solves(NeuralModel model) => (int)model.GetType().Assembly.GetType("Counting")!.GetField("Solves")!.GetValue(null)!;
}
