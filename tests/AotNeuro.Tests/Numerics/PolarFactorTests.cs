using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Tests.Numerics;

public sealed class PolarFactorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(150)]
    public void The_factor_is_orthogonal_and_the_rest_symmetric(int size)
    {
        var random = new RandomState((uint)size);
        double[] matrix = [.. Enumerable.Range(0, size * size).Select(_ => random.NextGaussian())];
        double[] factor = [.. matrix];

        PolarFactor.Replace(factor, size);

        // Q'Q = 1, and Q'M is symmetric with a positive trace no other orthogonal matrix exceeds.
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                Assert.Equal(i == j ? 1.0 : 0.0, ColumnProduct(factor, factor, i, j, size), 1e-13);
                double difference = ColumnProduct(factor, matrix, i, j, size) - ColumnProduct(factor, matrix, j, i, size);
                Assert.Equal(0.0, difference, 1e-12);
            }
        }

        Assert.True(Enumerable.Range(0, size).Sum(i => ColumnProduct(factor, matrix, i, i, size)) > 0.0);
    }

    [Fact]
    public void A_rotation_is_its_own_factor()
    {
        double[] rotation = [0.6, -0.8, 0.8, 0.6];
        double[] scaled = [.. rotation.Select(value => 1e-5 * value)];
        PolarFactor.Replace(scaled, 2);
        Assert.All(rotation.Zip(scaled), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void A_singular_matrix_is_refused()
    {
        var exception = Assert.Throws<ArithmeticException>(() => PolarFactor.Replace(new double[4], 2));
        Assert.Equal("A singular matrix has no unique orthogonal factor.", exception.Message);
    }

    private static double ColumnProduct(double[] a, double[] b, int i, int j, int size) =>
        Enumerable.Range(0, size).Sum(row => a[(row * size) + i] * b[(row * size) + j]);
}
