using AotNeuro.Building;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Tests.Building;

/// <summary>The default solver and the factorisation below it.</summary>
public sealed class LstsqL2Tests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(33)]
    [InlineData(100)]
    public void Cholesky_solves(int size)
    {
        var random = new RandomState(1);
        double[] rows = [.. Enumerable.Range(0, 2 * size * size).Select(_ => random.NextGaussian())];
        var a = new MatrixView(rows, 2 * size, size);
        double[] expected = [.. Enumerable.Range(0, 3 * size).Select(_ => random.NextGaussian())];
        var values = new double[3 * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double g = Enumerable.Range(0, 2 * size).Sum(p => rows[p * size + i] * rows[p * size + j]) + (i == j ? 0.5 : 0.0);
                for (int c = 0; c < 3; c++)
                {
                    values[i * 3 + c] += g * expected[j * 3 + c];
                }
            }
        }

        Cholesky.Solve(SymmetricProduct.Of(a, 0.5), values, 3);
        Assert.All(values.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void Refuses_a_matrix_that_is_not_positive_definite()
    {
        var error = Assert.Throws<ArithmeticException>(() => Cholesky.Solve(SymmetricProduct.Of(new([1.0, 1.0], 1, 2), 0.0), new double[2], 1));
        Assert.Equal("the matrix of the decoder solve is not positive definite; use a larger regularization.", error.Message);
    }

    [Theory]
    [InlineData(40, 12)]
    [InlineData(12, 40)]
    public void Satisfies_the_normal_equations(int points, int neurons)
    {
        var random = new RandomState(2);
        double[] activities = [.. Enumerable.Range(0, points * neurons).Select(_ => Math.Max(0.0, 100.0 * random.NextGaussian()))];
        double[] targets = [.. Enumerable.Range(0, points).Select(_ => random.NextGaussian())];
        var decoders = new double[neurons];
        new LstsqL2(0.1).Solve(new(activities, points, neurons), new(targets, points, 1), random, decoders);

        double ridge = points * Math.Pow(0.1 * activities.Max(), 2);
        for (int i = 0; i < neurons; i++)
        {
            double residual = -ridge * decoders[i];
            for (int p = 0; p < points; p++)
            {
                double decoded = Enumerable.Range(0, neurons).Sum(j => activities[p * neurons + j] * decoders[j]);
                residual += activities[p * neurons + i] * (targets[p] - decoded);
            }

            Assert.True(Math.Abs(residual) < 1e-9, $"Neuron {i} leaves {residual}.");
        }
    }

    [Fact]
    public void Names_the_connection_whose_function_is_not_finite()
    {
        BuiltEnsemble ensemble = EnsembleBuilder.Build("Ens", new() { Neurons = 5, Dimensions = 1 }, new LIF(), 1);
        var error = Assert.Throws<BuildException>(() => DecoderBuilder.Solve("Ens", ensemble, new LIF(), [Request((x, y) => y[0] = Math.Sqrt(x[0]))]));
        Assert.StartsWith("Squared: the function returned NaN at (-", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; it must return finite numbers at every evaluation point.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_ensemble_that_never_fires()
    {
        BuiltEnsemble ensemble = EnsembleBuilder.Build("Ens", new() { Neurons = 5, Dimensions = 1, Intercepts = 0.9, EvalPoints = new[] { -0.5, 0.0, 0.5 } }, new LIF(), 1);
        var error = Assert.Throws<BuildException>(() => DecoderBuilder.Solve("Ens", ensemble, new LIF(), [Request(null)]));
        Assert.Equal(
            "Ens: no neuron fires at any evaluation point, so that nothing can be decoded; check intercepts, maximum rates and evaluation points.",
            error.Message);
    }

    private static DecodeRequest Request(DecodedFunction? function) =>
        new() { Name = "Squared", Function = function, FunctionSize = 1, Transform = null, SizeOut = 1, Solver = new LstsqL2(), Seed = 1 };
}
