using AotNeuro.Numerics;
using AotNeuro.Tests.Building;

namespace AotNeuro.Tests.Numerics;

public sealed class NonNegativeLeastSquaresTests
{
    /// <summary>The best of all sets of unknowns that may be above 0, each solved by itself.</summary>
    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 4)]
    [InlineData(8, 6)]
    [InlineData(4, 4)]
    [InlineData(20, 8)]
    public void The_best_of_all_subsets_is_found(int rows, int columns)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            double[] matrix = Problems.Numbers(rows * columns, seed);
            double[] side = Problems.Numbers(rows, 100 + seed);
            Problems.AssertClose(BestOfSubsets(matrix, side, columns), Solve(matrix, side, columns), 1e-10);
        }
    }

    [Theory]
    [InlineData(200, 60)]
    [InlineData(60, 60)]
    [InlineData(30, 60)]
    public void The_conditions_of_Karush_Kuhn_and_Tucker_hold(int rows, int columns)
    {
        for (int seed = 0; seed < 5; seed++)
        {
            double[] matrix = [.. Problems.Numbers(rows * columns, seed).Select(value => value + 0.3)];
            double[] side = Problems.Numbers(rows, 100 + seed);
            double[] x = Solve(matrix, side, columns);
            double[] residual = Problems.Residual(matrix, rows, columns, x, side, 1);
            Assert.Contains(0.0, x);
            for (int i = 0; i < columns; i++)
            {
                double slope = Enumerable.Range(0, rows).Sum(row => matrix[(row * columns) + i] * residual[row]);
                Assert.True(x[i] >= 0.0);
                Assert.True(x[i] > 0.0 ? Math.Abs(slope) < 1e-11 : slope > -1e-11, $"slope {slope} at {x[i]}");
            }
        }
    }

    [Fact]
    public void Equal_columns_and_columns_of_zeros_do_no_harm()
    {
        double[] matrix = [1.0, 1.0, 0.0, 2.0, 2.0, 0.0, 2.0, 2.0, 0.0];
        double[] x = Solve(matrix, [1.0, 2.0, 2.0], 3);
        Assert.Equal(1.0, x[0] + x[1], 1e-14);
        Assert.Equal(0.0, x[2]);
    }

    [Fact]
    public void Nothing_is_better_than_zero_against_the_wind() => Assert.Equal([0.0, 0.0], Solve([1.0, 2.0, 3.0, 4.0], [-1.0, -1.0], 2));

    private static double[] Solve(double[] matrix, double[] side, int columns)
    {
        var x = new double[columns];
        NonNegativeLeastSquares.Solve(new(matrix, side.Length, columns), new(side, side.Length, 1), x);
        return x;
    }

    private static double[] BestOfSubsets(double[] matrix, double[] side, int columns)
    {
        double[] best = new double[columns];
        double least = side.Sum(value => value * value);
        for (int subset = 1; subset < 1 << columns; subset++)
        {
            int[] chosen = [.. Enumerable.Range(0, columns).Where(i => (subset >> i & 1) != 0)];
            double[] part = [.. from row in Enumerable.Range(0, side.Length) from i in chosen select matrix[(row * columns) + i]];
            var solution = new double[chosen.Length];
            new SvdSolver().Solve(new(part, side.Length, chosen.Length), new(side, side.Length, 1), [0.0], solution);
            double error = Problems.Residual(part, side.Length, chosen.Length, solution, side, 1).Sum(value => value * value);
            if (solution.All(value => value >= 0.0) && error < least)
            {
                least = error;
                best = new double[columns];
                for (int i = 0; i < chosen.Length; i++)
                {
                    best[chosen[i]] = solution[i];
                }
            }
        }

        return best;
    }
}
