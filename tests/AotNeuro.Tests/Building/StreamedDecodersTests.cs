using AotNeuro.Building;

namespace AotNeuro.Tests.Building;

/// <summary>Decoders of large ensembles are those that are found with all rates at hand.</summary>
public sealed class StreamedDecodersTests
{
    private static readonly LstsqL2 Solver = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Streaming_changes_no_bit(int dimensions)
    {
        BuiltEnsemble ensemble = Build(90, dimensions, 500);
        var targets = new MatrixView(ensemble.EvalPoints, ensemble.Points, dimensions);
        var expected = new double[90 * dimensions];
        var activities = new MatrixView(Activities.Find("A", ensemble, new LIF()), ensemble.Points, 90);
        Solver.Solve(activities, targets, new(0), expected);

        var decoders = new double[expected.Length];
        var rates = new Activities("A", ensemble, new LIF());
        double[] rmses = StreamedDecoders.Solve(
            "A", rates, Solver.Regularization, ensemble.EvalPoints, ensemble.Points, decoders, new());

        Assert.Equal(expected, decoders);
        Assert.Equal(DecoderErrors.Find(activities, targets, expected), rmses);
    }

    [Fact]
    public void A_large_ensemble_tells_of_its_points_and_can_be_cancelled()
    {
        BuiltEnsemble ensemble = Build(10, 1, 1000);
        using var source = new CancellationTokenSource();
        var seen = new List<BuildProgress>();
        var watch = new BuildWatch(new Listener(seen.Add), source.Token);
        Solve();
        Assert.Equal((BuildStage.Rates, 1000, 1000), (seen[^1].Stage, seen[^1].Done, seen[^1].Total));

        source.Cancel();
        Assert.Throws<OperationCanceledException>(Solve);

        void Solve() => StreamedDecoders.Solve(
            "A", new("A", ensemble, new LIF()), 0.1, ensemble.EvalPoints, 1000, new double[10], watch);
    }

    [Fact]
    public void Large_ensembles_with_the_default_solver_suit()
    {
        Assert.True(StreamedDecoders.Suit(Solver, 5000, 2000));
        Assert.False(StreamedDecoders.Suit(Solver, 2000, 1000));
        Assert.False(StreamedDecoders.Suit(Solver, 2000, 5000));
        Assert.False(StreamedDecoders.Suit(new LstsqL2(solver: new CholeskySolver(transpose: true)), 5000, 2000));
        Assert.False(StreamedDecoders.Suit(new LstsqL2nz(), 5000, 2000));
    }

    private static BuiltEnsemble Build(int neurons, int dimensions, int points) =>
        EnsembleBuilder.Build("A", new() { Neurons = neurons, Dimensions = dimensions, EvalPointCount = points }, new LIF(), 5);

    private sealed class Listener(Action<BuildProgress> onReport) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => onReport(value);
    }
}
