using AotNeuro.Numerics;
using AotNeuro.Tests.Building;

namespace AotNeuro.Tests.Numerics;

public sealed class GaussianEliminationTests
{
    [Fact]
    public void Rows_are_swapped_where_a_pivot_is_zero()
    {
        double[] x = [4.0, 3.0];
        Assert.True(GaussianElimination.TrySolve([0.0, 2.0, 1.0, 1.0], 2, x));
        Assert.Equal([1.0, 2.0], x);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    [InlineData(20, 3)]
    public void Products_are_solved_for_their_factor(int size, int columns)
    {
        double[] matrix = Problems.Numbers(size * size, 5);
        double[] expected = Problems.Numbers(size * columns, 6);
        double[] sides = Problems.Residual(matrix, size, size, expected, new double[size * columns], columns);
        Assert.True(GaussianElimination.TrySolve([.. matrix], size, sides));
        Problems.AssertClose(expected, sides, 1e-11);
    }

    [Fact]
    public void A_singular_matrix_has_no_solution()
    {
        Assert.False(GaussianElimination.TrySolve([1.0, 2.0, 2.0, 4.0], 2, [1.0, 1.0]));
        Assert.False(GaussianElimination.TrySolve([0.0], 1, [1.0]));
        Assert.False(GaussianElimination.TrySolve([double.NaN], 1, [1.0]));
    }
}
