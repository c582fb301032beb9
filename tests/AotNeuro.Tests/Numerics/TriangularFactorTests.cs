using AotNeuro.Numerics;
using AotNeuro.Tests.Building;

namespace AotNeuro.Tests.Numerics;

public sealed class TriangularFactorTests
{
    [Theory]
    [InlineData(5, 5)]
    [InlineData(30, 7)]
    [InlineData(4, 1)]
    public void The_factors_make_up_the_columns_in_their_order(int rows, int columns)
    {
        double[] matrix = Problems.Numbers(rows * columns, columns);
        var factor = new TriangularFactor([.. matrix], rows);
        for (int i = 0; i < columns; i++)
        {
            var column = new double[rows];
            for (int row = 0; row < columns; row++)
            {
                column[row] = factor.Triangle[(row * columns) + i];
                Assert.True(row <= i || column[row] == 0.0);
            }

            factor.Multiply(column);
            Problems.AssertClose(matrix[(factor.Order[i] * rows)..((factor.Order[i] + 1) * rows)], column, 1e-14);
        }

        double[] diagonal = [.. Enumerable.Range(0, columns).Select(i => Math.Abs(factor.Triangle[i * (columns + 1)]))];
        Assert.Equal(diagonal.OrderDescending(), diagonal);
    }

    [Fact]
    public void Columns_of_zeros_come_last()
    {
        var factor = new TriangularFactor([0.0, 0.0, 3.0, 4.0], 2);
        Assert.Equal([1, 0], factor.Order);
        Assert.Equal([-5.0, 0.0, 0.0, 0.0], factor.Triangle);
    }
}
