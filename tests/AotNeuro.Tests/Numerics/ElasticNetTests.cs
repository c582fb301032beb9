using AotNeuro.Numerics;
using AotNeuro.Tests.Building;

namespace AotNeuro.Tests.Numerics;

public sealed class ElasticNetTests
{
    [Fact]
    public void Orthogonal_columns_are_thresholded()
    {
        double[] matrix = [1.0, 1.0, 1.0, -1.0];
        double[] y = [3.0, 1.0];
        var x = new double[2];
        int rounds = new ElasticNet(new(matrix, 2, 2), 0.5, 2.0).Minimize(y, 1e-12, 100, x);

        // (|a.y| - l1) / (a.a + l2), column by column; the second round finds nothing to change.
        Problems.AssertClose([3.5 / 4.0, 1.5 / 4.0], x, 1e-15);
        Assert.Equal(2, rounds);
        new ElasticNet(new(matrix, 2, 2), 2.5, 2.0).Minimize(y, 1e-12, 100, x);
        Problems.AssertClose([1.5 / 4.0, 0.0], x, 1e-15);
    }

    /// <summary>At the minimum, a number above 0 or below has no slope, and at 0 the slope is at most the weight of magnitudes.</summary>
    [Theory]
    [InlineData(40, 15, 2.0, 0.5)]
    [InlineData(40, 15, 4.0, 0.0)]
    [InlineData(40, 15, 0.0, 1.0)]
    [InlineData(15, 40, 1.0, 0.3)]
    public void Subgradients_vanish(int rows, int columns, double l1, double l2)
    {
        double[] matrix = Problems.Numbers(rows * columns, 3);
        double[] y = Problems.Numbers(rows, 4);
        var x = new double[columns];
        int rounds = new ElasticNet(new(matrix, rows, columns), l1, l2).Minimize(y, 1e-13, 20_000, x);
        Assert.Equal(l1 > 0.0, rounds < 20_000);
        Assert.Equal(l1 > 0.0, x.Contains(0.0));
        double[] residual = Problems.Residual(matrix, rows, columns, x, y, 1);
        for (int i = 0; i < columns; i++)
        {
            double slope = Enumerable.Range(0, rows).Sum(row => matrix[(row * columns) + i] * residual[row]) + (l2 * x[i]);
            Assert.True(
                x[i] == 0.0 ? Math.Abs(slope) <= l1 : Math.Abs(slope + (l1 * Math.Sign(x[i]))) <= 1e-9, $"slope {slope} at {x[i]}");
        }
    }

    [Fact]
    public void A_coarse_tolerance_bounds_what_the_value_is_above_the_minimum()
    {
        double[] matrix = Problems.Numbers(40 * 15, 3);
        double[] y = Problems.Numbers(40, 4);
        double gap = Value(1e-2, 100_000) - Value(1e-13, 100_000);
        Assert.InRange(gap, 0.0, 1e-2 * y.Sum(value => value * value));
        Assert.True(Value(1e-13, 1) > Value(1e-13, 2));

        double Value(double tolerance, int rounds)
        {
            var x = new double[15];
            new ElasticNet(new(matrix, 40, 15), 2.0, 0.5).Minimize(y, tolerance, rounds, x);
            double[] residual = Problems.Residual(matrix, 40, 15, x, y, 1);
            return (residual.Sum(value => value * value) / 2.0) + (2.0 * x.Sum(Math.Abs)) + (0.25 * x.Sum(value => value * value));
        }
    }

    [Fact]
    public void Zeros_are_found_at_once_and_columns_of_zeros_stay_out()
    {
        var x = new double[2];
        var net = new ElasticNet(new([1.0, 0.0, 2.0, 0.0], 2, 2), 0.1, 0.1);
        Assert.Equal(1, net.Minimize([0.0, 0.0], 1e-4, 100, x));
        net.Minimize([1.0, 2.0], 1e-12, 100, x);
        Problems.AssertClose([4.9 / 5.1, 0.0], x, 1e-15);
    }
}
