using AotNeuro.Building;
using AotNeuro.CompilerServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Tests.Building;

/// <summary>Connections with slices, points, values and full weights of their own.</summary>
public sealed class DecodeRequestTests
{
    private const int Neurons = 15;

    /// <summary>Scaled encoders of a target of four neurons, three dimensions.</summary>
    private static readonly double[] Encoders = Problems.Numbers(4 * 3, 5);

    private static readonly double[,] Transform = { { 1.0, 2.0 }, { -3.0, 0.5 }, { 0.25, 4.0 } };

    private static readonly BuiltEnsemble Space = Build(new() { Neurons = Neurons, Dimensions = 3, Radius = 2.0, EvalPointCount = 80 });

    [Fact]
    public void A_slice_is_what_the_function_sees()
    {
        DecodeRequest expected = Solve(Requests.Of((x, y) => (y[0], y[1]) = (x[2], x[0]), 2));
        Assert.Equal(expected.Decoders, Solve(Requests.Of(null, 2, indices: [2, 0])).Decoders);
        Assert.Equal(expected.Decoders, Solve(Requests.Of((x, y) => x.CopyTo(y), 2, indices: [2, 0])).Decoders);
    }

    [Fact]
    public void Points_of_a_connection_are_drawn_from_its_generator_before_the_solver_and_the_transform()
    {
        var random = new RandomState(11);
        var points = new double[80 * 3];
        new Uniform(-1.0, 1.0).Sample(80, 3, random, points);
        var solver = new FillingSolver();
        double[] decoder = [random.NextDouble()];
        var transform = new double[1];
        new Uniform(-5.0, 5.0).Sample(1, 1, random, transform);

        DecodeRequest request = Solve(Requests.Of(
            (x, y) => y[0] = x[1], 1, new Uniform(-5.0, 5.0), solver: solver, seed: 11, points: new Uniform(-1.0, 1.0)));
        Assert.Equal(Enumerable.Range(0, 80).Select(i => 2.0 * points[(i * 3) + 1]), solver.Targets);
        Assert.Equal(decoder[0], request.Decoders[0]);
        Assert.Equal(transform[0] * decoder[0], request.Weights[0]);

        Solve(Requests.Of((x, y) => y[0] = x[1], 1, solver: solver, seed: 11, points: new Uniform(-1.0, 1.0), scalePoints: false));
        Assert.Equal(Enumerable.Range(0, 80).Select(i => points[(i * 3) + 1]), solver.Targets);
    }

    [Fact]
    public void As_many_points_are_drawn_as_Nengo_draws()
    {
        var solver = new FillingSolver();
        DecodeRequest request = Requests.Of((_, y) => y[0] = 1.0, 1, solver: solver, points: new Uniform(-1.0, 1.0));
        DecoderBuilder.Solve("A", Build(new() { Neurons = Neurons, Dimensions = 3 }), new LIF(), [request]);
        Assert.Equal(1500, solver.Targets.Length);
        DecoderBuilder.Solve("A", Build(new() { Neurons = Neurons, Dimensions = 1, EvalPoints = new[] { 0.5 } }), new LIF(), [request]);
        Assert.Equal(750, solver.Targets.Length);
    }

    [Fact]
    public void Points_of_a_connection_are_its_own()
    {
        double[,] points = { { 0.1, 0.2, 0.3 }, { -0.5, 0.5, 0.0 }, { 0.9, 0.0, -0.1 } };
        DecodeRequest own = Requests.Of(null, 3, points: points);
        DecodeRequest other = Requests.Of(null, 3);
        DecoderBuilder.Solve("A", Space, new LIF(), [own, other]);
        Assert.Equal(Solve(Requests.Of(null, 3)).Decoders, other.Decoders);

        double[] rates = Activities.Find("A", Space.WithPoints([0.2, 0.4, 0.6, -1.0, 1.0, 0.0, 1.8, 0.0, -0.2]), new LIF());
        var expected = new double[Neurons * 3];
        new LstsqL2().Solve(new(rates, 3, Neurons), new([0.2, 0.4, 0.6, -1.0, 1.0, 0.0, 1.8, 0.0, -0.2], 3, 3), new(0), expected);
        Assert.Equal(expected, own.Decoders);
    }

    [Fact]
    public void A_function_may_be_given_as_points()
    {
        double[,] points = { { 0.1, 0.2, 0.3 }, { -0.5, 0.5, 0.0 }, { 0.9, 0.0, -0.1 } };
        double[] values = [0.2, -1.0, 1.8];
        DecodeRequest expected = Solve(Requests.Of((x, y) => y[0] = x[0], 1, points: points));
        Assert.Equal(expected.Decoders, Solve(Requests.Of(null, 1, points: points, values: values)).Decoders);
        AssertError(
            "the function is given as 4 values, and 3 evaluation points take 3; give as many evaluation points as values of the function.",
            Requests.Of(null, 1, points: points, values: [1.0, 2.0, 3.0, 4.0]));
        AssertError(
            "the function's values must be finite numbers, and that of evaluation point 1 is NaN.",
            Requests.Of(null, 1, points: points, values: [1.0, double.NaN, 3.0]));
    }

    [Fact]
    public void Points_that_make_no_sense_are_named_after_the_connection()
    {
        AssertError(
            "the evaluation points are a matrix of 2 x 2, and must have 3 columns, one per dimension.",
            Requests.Of(null, 3, points: new double[2, 2]));
        AssertError(
            "no neuron fires at any evaluation point, so nothing can be decoded; change intercepts, encoders or evaluation points.",
            Requests.Of(null, 3, points: new double[1, 3]),
            Build(new() { Neurons = Neurons, Dimensions = 3, Intercepts = 0.5 }));
    }

    [Fact]
    public void Full_weights_are_encoders_times_transform_times_decoders()
    {
        var solver = new LstsqL2 { Weights = true };
        DecodeRequest request = Solve(Requests.Of(Function, 2, Transform, 3, solver, encoders: Encoders));
        double[] decoders = Solve(Requests.Of(Function, 2)).Decoders;
        Assert.Equal(decoders, request.Decoders);
        Assert.Equal((4, 4 * Neurons), (request.WeightRows, request.Weights.Length));
        Assert.Equal(2, request.Rmses.Count);
        Problems.AssertClose(MatrixProducts.MultiplyByTransposed(new(ToCurrents(), 4, 2), new(decoders, Neurons, 2)), request.Weights, 1e-14);
    }

    [Fact]
    public void Solvers_that_do_not_compose_solve_for_the_currents_of_the_target()
    {
        var solver = new Nnls { Weights = true };
        DecodeRequest request = Solve(Requests.Of(Function, 2, Transform, 3, solver, encoders: Encoders));
        double[] currents = ToCurrents();
        DecodeRequest expected = Solve(Requests.Of(Currents, 4, solver: new Nnls()));
        Problems.AssertClose(expected.Decoders, request.Decoders, 1e-12);
        Problems.AssertClose(expected.Rmses.ToArray(), request.Rmses.ToArray(), 1e-12);
        Assert.Equal(MatrixProducts.Transpose(new(request.Decoders, Neurons, 4)), request.Weights);
        Assert.Equal(4, request.WeightRows);

        void Currents(ReadOnlySpan<double> x, Span<double> y)
        {
            var value = new double[2];
            Function(x, value);
            MatrixProducts.Multiply(new(currents, 4, 2), value, y);
        }
    }

    [Fact]
    public void The_transform_is_drawn_before_weights_that_are_solved_as_they_are()
    {
        var random = new RandomState(6);
        var transform = new double[6];
        new Uniform(-1.0, 1.0).Sample(3, 2, random, transform);
        double drawn = random.NextDouble();
        var solver = new FillingSolver { Composes = false, Weights = true };
        DecodeRequest request = Solve(Requests.Of(Function, 2, new Uniform(-1.0, 1.0), 3, solver, seed: 6, encoders: Encoders));
        Assert.All(request.Decoders, value => Assert.Equal(drawn, value));
        var value = new double[2];
        Function(Space.EvalPoints.AsSpan(0, 3), value);
        double[] current = MatrixProducts.MultiplyByTransposed(
            new(MatrixProducts.MultiplyByTransposed(new(value, 1, 2), new(transform, 3, 2)), 1, 3), new(Encoders, 4, 3));
        Assert.Equal(current, solver.Targets[..4]);
    }

    [Fact]
    public void Full_weights_need_an_ensemble_for_a_target()
    {
        const string message = "its solver asks for full weights, and its target is no ensemble, so it has no encoders; leave out 'Weights'.";
        AssertError(message, Requests.Of(null, 3, solver: new LstsqL2 { Weights = true }));
        AssertError(message, Requests.Of(null, 3, solver: new Nnls { Weights = true }));
    }

    [Fact]
    public void No_solver_takes_values_and_asks_for_nothing()
    {
        double[,] values = new double[Neurons, 1];
        values[3, 0] = 0.5;
        BuiltEnsemble silent = Build(new() { Neurons = Neurons, Dimensions = 1, Intercepts = 0.5, EvalPoints = new[] { 0.0 } });
        DecodeRequest given = Requests.Of((_, _) => throw new InvalidOperationException(), 1, -2.0, solver: new NoSolver(values));
        DecodeRequest zeros = Requests.Of(null, 1, solver: new NoSolver());
        DecoderBuilder.Solve("A", silent, new LIF(), [given, zeros]);
        Assert.Equal(Enumerable.Range(0, Neurons).Select(i => i == 3 ? -1.0 : 0.0), given.Weights);
        Assert.Equal(new double[Neurons], zeros.Weights);
        Assert.Empty(given.Rmses);
        AssertError(
            "the decoders cannot be solved. 'values' of the solver has the shape 15 x 1, and must have 15 x 3: "
            + "a row per neuron, a column per value of the function.",
            Requests.Of(null, 3, solver: new NoSolver(values)));
    }

    [Fact]
    public void Connections_whose_columns_mix_are_solved_alone()
    {
        Solver[] solvers = [new LstsqDrop(), new LstsqL2(solver: new BlockConjugateGradient()), new LstsqL2(solver: new ConjugateGradient())];
        foreach (Solver solver in solvers)
        {
            DecodeRequest[] together = [Requests.Of(Function, 2, solver: solver), Requests.Of((x, y) => y[0] = x[0], 1, solver: solver)];
            DecoderBuilder.Solve("A", Space, new LIF(), together);
            DecodeRequest alone = Solve(Requests.Of((x, y) => y[0] = x[0], 1, solver: solver));
            Assert.Equal(alone.Decoders, together[1].Decoders);
            Assert.Equal(alone.Iterations, together[1].Iterations);
        }
    }

    private static void Function(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1]) = (x[0] * x[1], x[2]);

    /// <summary>Encoders times transform, <c>[4, 2]</c>.</summary>
    private static double[] ToCurrents()
    {
        double[] transposed = [1.0, -3.0, 0.25, 2.0, 0.5, 4.0];
        return MatrixProducts.MultiplyByTransposed(new(Encoders, 4, 3), new(transposed, 2, 3));
    }

    private static BuiltEnsemble Build(EnsembleOptions options) => EnsembleBuilder.Build("A", options, new LIF(), 1);

    private static DecodeRequest Solve(DecodeRequest request)
    {
        DecoderBuilder.Solve("A", Space, new LIF(), [request]);
        return request;
    }

    private static void AssertError(string message, DecodeRequest request, BuiltEnsemble? ensemble = null)
    {
        var error = Assert.Throws<BuildException>(() => DecoderBuilder.Solve("A", ensemble ?? Space, new LIF(), [request]));
        Assert.Equal($"AToB: {message}", error.Message);
    }

    /// <summary>Fills decoders with one draw, and remembers the targets.</summary>
    private sealed record FillingSolver : Solver
    {
        public bool Composes { get; init; } = true;

        public double[] Targets { get; private set; } = [];

        public override bool IsCompositional => Composes;

        public override bool IsRandom => true;

        public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
        {
            Targets = targets.Values.ToArray();
            decoders.Fill(random.NextDouble());
            return default;
        }
    }
}
