using AotNeuro.Building;
using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.Building;

/// <summary>What requests for decoders get, and what is said of those that make no sense.</summary>
public sealed class DecoderBuilderTests
{
    private static readonly BuiltEnsemble Plane = Build(new() { Neurons = 20, Dimensions = 2, EvalPointCount = 50 });

    [Fact]
    public void Transforms_multiply_decoders()
    {
        double[] decoders = Solve(Requests.Of(null, 2)).Decoders;
        Assert.Equal(Weights(decoders, new[,] { { 1.0, 0.0 }, { 0.0, 1.0 } }), Solve(Requests.Of(null, 2)).Weights);
        Assert.Equal(Weights(decoders, new[,] { { 3.0, 0.0 }, { 0.0, 3.0 } }), Solve(Requests.Of(null, 2, 3.0)).Weights);
        Assert.Equal(Weights(decoders, new[,] { { 2.0, 0.0 }, { 0.0, 5.0 } }), Solve(Requests.Of(null, 2, new[] { 2.0, 5.0 })).Weights);
        double[,] matrix = { { 1.0, 2.0 }, { 3.0, 4.0 }, { 5.0, 6.0 } };
        Assert.Equal(Weights(decoders, matrix), Solve(Requests.Of(null, 2, matrix, sizeOut: 3)).Weights);
    }

    [Fact]
    public void A_transform_that_is_drawn_takes_the_connections_generator()
    {
        var expected = new double[6];
        new Uniform(-1.0, 1.0).Sample(3, 2, new RandomState(9), expected);
        var matrix = new double[3, 2];
        Buffer.BlockCopy(expected, 0, matrix, 0, 48);
        DecodeRequest request = Solve(Requests.Of(null, 2, new Uniform(-1.0, 1.0), sizeOut: 3, seed: 9));
        Assert.Equal(Weights(request.Decoders, matrix), request.Weights);
    }

    [Fact]
    public void Random_solvers_are_called_for_each_connection_with_its_own_generator()
    {
        var solver = new DrawingSolver();
        DecodeRequest first = Requests.Of(null, 2, solver: solver, seed: 3);
        DecodeRequest second = Requests.Of(null, 2, solver: solver, seed: 4);
        DecoderBuilder.Solve("A", Plane, new LIF(), [first, second]);
        Assert.All(first.Decoders, value => Assert.Equal(new RandomState(3).NextDouble(), value));
        Assert.All(second.Decoders, value => Assert.Equal(new RandomState(4).NextDouble(), value));
    }

    [Fact]
    public void Rmses_are_those_of_the_decoded_values()
    {
        BuiltEnsemble ensemble = Build(new() { Neurons = 1, Dimensions = 1, Encoders = 1.0, EvalPoints = new[] { -1.0, 1.0 } });
        DecodeRequest request = Requests.Of(null, 1, solver: new ZeroSolver());
        DecoderBuilder.Solve("A", ensemble, new LIF(), [request]);
        Assert.Equal([1.0], request.Rmses);
    }

    [Fact]
    public void A_transform_of_another_shape_is_named()
    {
        AssertError(
            "there is no transform, and a function of 2 values needs a matrix of 3 x 2 for a target of 3.", Requests.Of(null, 2, sizeOut: 3));
        AssertError(
            "the transform is 3 values, and a function of 2 values needs a matrix of 2 x 2 for a target of 2.",
            Requests.Of(null, 2, new[] { 1.0, 2.0, 3.0 }));
        AssertError(
            "the transform is a matrix of 2 x 3, and a function of 2 values needs a matrix of 3 x 2 for a target of 3.",
            Requests.Of(null, 2, new double[2, 3], sizeOut: 3));
        AssertError(
            "the transform's values must be finite numbers, and row 1 holds NaN.", Requests.Of(null, 2, new[,] { { 1.0, 2.0 }, { double.NaN, 1.0 } }));
    }

    [Fact]
    public void A_function_that_returns_no_number_is_named()
    {
        BuiltEnsemble ensemble = Build(new() { Neurons = 5, Dimensions = 2, EvalPoints = new[,] { { 0.5, 0.25 }, { -0.5, 0.0 } } });
        DecodeRequest request = Requests.Of((x, y) => (y[0], y[1]) = (1.0, 1.0 / x[1]), 2);
        AssertError(
            "the function returned Infinity in dimension 1 at the evaluation point (-0.5, 0); it must return finite numbers for all of them.",
            request,
            ensemble);
    }

    [Fact]
    public void A_function_that_throws_is_named()
    {
        BuiltEnsemble ensemble = Build(new() { Neurons = 5, Dimensions = 1, EvalPoints = new[] { 0.125 } });
        AssertError(
            "the function threw InvalidOperationException at the evaluation point (0.125): No value.",
            Requests.Of((_, _) => throw new InvalidOperationException("No value."), 1),
            ensemble);
    }

    [Fact]
    public void Neurons_that_never_fire_are_named()
    {
        BuiltEnsemble ensemble = Build(
            new() { Neurons = 2, Dimensions = 1, Encoders = 1.0, Intercepts = 0.5, EvalPoints = new[] { -0.5, 0.0, 0.5 } });
        AssertError(
            "no neuron fires at any evaluation point, so nothing can be decoded; change intercepts, encoders or evaluation points.",
            Requests.Of(null, 1),
            ensemble,
            "A");
    }

    [Fact]
    public void Rates_that_are_no_numbers_are_named() =>
        AssertError(
            "neuron 0 has the rate NaN at evaluation point 0; its type's Rates must give finite numbers.",
            Requests.Of(null, 2),
            Plane,
            "A",
            new RampNeuron(slope: double.NaN, threshold: 0.0, lowest: 0.0, highest: 1.0));

    [Fact]
    public void Equations_without_a_unique_solution_are_named()
    {
        BuiltEnsemble ensemble = Build(
            new() { Neurons = 2, Dimensions = 1, Encoders = 1.0, MaxRates = 100.0, Intercepts = 0.0, EvalPoints = new[] { 0.5, 1.0, 0.0 } });
        DecodeRequest request = Requests.Of(null, 1, solver: new LstsqL2(0.0));
        var error = Assert.Throws<BuildException>(() => DecoderBuilder.Solve("A", ensemble, new LIF(), [request]));
        Assert.StartsWith(
            "AToB: the decoders cannot be solved. The matrix is not positive definite: a pivot is ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Use more regularization or more evaluation points.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decoders_that_are_no_numbers_are_named() =>
        AssertError("its solver, Nowhere, gives neuron 0 the decoder NaN; decoders must be finite numbers.", Requests.Of(null, 2, solver: new Nowhere()));

    [Fact]
    public void Decoders_of_another_shape_are_named() =>
        AssertError(
            "the decoders cannot be solved. 'values' of the solver has the shape 2 x 1, and must have 20 x 2: "
            + "a row per neuron, a column per value of the function.",
            Requests.Of(null, 2, solver: new NoSolver(new double[2, 1])));

    [Fact]
    public void Regularization_is_a_finite_number_not_below_0()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LstsqL2(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LstsqL2(double.NaN));
        Assert.Equal(new LstsqL2(), new LstsqL2(0.1));
    }

    private static BuiltEnsemble Build(EnsembleOptions options) => EnsembleBuilder.Build("A", options, new LIF(), 1);

    private static DecodeRequest Solve(DecodeRequest request)
    {
        DecoderBuilder.Solve("A", Plane, new LIF(), [request]);
        return request;
    }

    private static double[] Weights(double[] decoders, double[,] transform)
    {
        (int rows, int columns) = (transform.GetLength(0), transform.GetLength(1));
        int neurons = decoders.Length / columns;
        return [.. from row in Enumerable.Range(0, rows)
            from neuron in Enumerable.Range(0, neurons)
            select Enumerable.Range(0, columns).Sum(i => transform[row, i] * decoders[(neuron * columns) + i])];
    }

    private static void AssertError(
        string message, DecodeRequest request, BuiltEnsemble? ensemble = null, string name = "AToB", INeuronType? neurons = null)
    {
        var error = Assert.Throws<BuildException>(() => DecoderBuilder.Solve("A", ensemble ?? Plane, neurons ?? new LIF(), [request]));
        Assert.Equal($"{name}: {message}", error.Message);
    }

    private sealed record DrawingSolver : Solver
    {
        public override bool IsRandom => true;

        public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
        {
            decoders.Fill(random.NextDouble());
            return default;
        }
    }

    private sealed record ZeroSolver : Solver
    {
        public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
        {
            decoders.Clear();
            return default;
        }
    }

    private sealed record Nowhere : Solver
    {
        public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
        {
            decoders.Fill(double.NaN);
            return default;
        }
    }
}
