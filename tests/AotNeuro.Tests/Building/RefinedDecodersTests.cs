using AotNeuro.Building;

namespace AotNeuro.Tests.Building;

/// <summary>Decoders that single precision leads to are those of double precision, or are not given.</summary>
public sealed class RefinedDecodersTests
{
    private const int Neurons = 300, Points = 1000, Dimensions = 3;

    /// <summary>
    /// Targets of any size, beside each other: those of a column do not depend on another's, and are not lost below what single
    /// precision can hold.
    /// </summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(1e-60)]
    [InlineData(1e30)]
    public void Decoders_are_those_of_double_precision(double size)
    {
        BuiltEnsemble ensemble = Build();
        double[] targets = [.. ensemble.EvalPoints];
        for (int i = 0; i < targets.Length; i += Dimensions)
        {
            targets[i] *= size;
        }

        double[] expected = Expected(ensemble, targets, 0.1, out double[] rmses);
        var decoders = new double[Neurons * Dimensions];
        double[]? errors = Solve(ensemble, targets, 0.1, decoders);
        if (size < 1e-40)
        {
            // The first solution of this column is zero, in single precision.
            Assert.Null(errors);
            return;
        }

        Assert.NotNull(errors);
        for (int column = 0; column < Dimensions; column++)
        {
            Assert.InRange(Difference(expected, decoders, column), 0.0, 1e-11);
            Assert.Equal(1.0, errors[column] / rmses[column], 1e-9);
        }
    }

    [Fact]
    public void Targets_of_zero_have_decoders_of_zero()
    {
        var decoders = new double[Neurons * Dimensions];
        Array.Fill(decoders, 5.0);
        Assert.Equal<double>([0.0, 0.0, 0.0], Solve(Build(), new double[Points * Dimensions], 0.1, decoders)!);
        Assert.All(decoders, decoder => Assert.Equal(0.0, decoder));
    }

    /// <summary>With less and less regularization, single precision fails, and says so: never is a result less accurate.</summary>
    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    [InlineData(1e-7)]
    [InlineData(0.0)]
    public void Equations_that_need_double_precision_are_left(double regularization)
    {
        BuiltEnsemble ensemble = Build();
        var decoders = new double[Neurons * Dimensions];
        if (Solve(ensemble, ensemble.EvalPoints, regularization, decoders) is null)
        {
            Assert.True(regularization < 1e-2);
            return;
        }

        // The condition number grows with the square of the regularization, and with it what rounding may do to either.
        double[] expected = Expected(ensemble, ensemble.EvalPoints, regularization, out _);
        Assert.True(regularization > 1e-7);
        Assert.InRange(Difference(expected, decoders, 0), 0.0, 1e-13 / (regularization * regularization));
    }

    [Fact]
    public void Silent_neurons_are_an_error()
    {
        BuiltEnsemble ensemble = Build();
        Array.Fill(ensemble.Bias, -1e3);
        var error = Assert.Throws<BuildException>(() => Solve(ensemble, ensemble.EvalPoints, 0.1, new double[Neurons * Dimensions]));
        Assert.StartsWith("A: no neuron fires at any evaluation point", error.Message, StringComparison.Ordinal);
    }

    /// <summary>An ensemble that is large enough takes this way by itself.</summary>
    [Fact]
    public void The_largest_ensembles_are_solved_so()
    {
        BuiltEnsemble ensemble = EnsembleBuilder.Build(
            "A", new() { Neurons = 4096, Dimensions = 1, EvalPointCount = 4096 }, new LIF(), 5);
        var decoders = new double[4096];
        double[] errors = StreamedDecoders.Solve(
            "A", new("A", ensemble, new LIF()), 0.1, ensemble.EvalPoints, ensemble.Points, decoders, new());

        var activities = new MatrixView(Activities.Find("A", ensemble, new LIF()), ensemble.Points, 4096);
        var expected = new double[4096];
        new LstsqL2().Solve(activities, new(ensemble.EvalPoints, ensemble.Points, 1), new(0), expected);
        Assert.NotEqual(expected, decoders);
        Assert.InRange(expected.Zip(decoders, (first, second) => Math.Abs(first - second)).Max() / expected.Max(Math.Abs), 0.0, 1e-9);
        Assert.Equal(DecoderErrors.Find(activities, new(ensemble.EvalPoints, ensemble.Points, 1), expected)[0], errors[0], 1e-9);
    }

    private static BuiltEnsemble Build() =>
        EnsembleBuilder.Build("A", new() { Neurons = Neurons, Dimensions = Dimensions, EvalPointCount = Points }, new LIF(), 5);

    private static double[]? Solve(BuiltEnsemble ensemble, double[] targets, double regularization, double[] decoders)
    {
        using var blocks = new RateBlocks(new("A", ensemble, new LIF()), Points, Neurons, new());
        return RefinedDecoders.TrySolve("A", blocks, regularization, targets, decoders);
    }

    private static double[] Expected(BuiltEnsemble ensemble, double[] targets, double regularization, out double[] rmses)
    {
        var activities = new MatrixView(Activities.Find("A", ensemble, new LIF()), Points, Neurons);
        var decoders = new double[Neurons * Dimensions];
        new LstsqL2(regularization).Solve(activities, new(targets, Points, Dimensions), new(0), decoders);
        rmses = DecoderErrors.Find(activities, new(targets, Points, Dimensions), decoders);
        return decoders;
    }

    /// <summary>The largest difference of a column, as a share of its largest decoder.</summary>
    private static double Difference(double[] expected, double[] actual, int column)
    {
        (double most, double largest) = (0.0, 0.0);
        for (int i = column; i < expected.Length; i += Dimensions)
        {
            (most, largest) = (Math.Max(most, Math.Abs(expected[i] - actual[i])), Math.Max(largest, Math.Abs(expected[i])));
        }

        return most / largest;
    }
}
