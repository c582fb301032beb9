using AotNeuro.Numerics;
using AotNeuro.Tests.Building;

namespace AotNeuro.Tests.Numerics;

public sealed class SingularValuesTests
{
    [Fact]
    public void Those_of_a_two_by_two_matrix_have_a_closed_form()
    {
        // For [[4, 0], [3, -5]]: A'A = [[25, -15], [-15, 25]] has the eigenvalues 40 and 10.
        SingularValues found = SingularValues.Find(new([4.0, 0.0, 3.0, -5.0], 2, 2));
        Problems.AssertClose([Math.Sqrt(10.0), Math.Sqrt(40.0)], [.. found.Values.Order()], 1e-15);
    }

    [Fact]
    public void Those_of_a_second_difference_are_sines()
    {
        // The tridiagonal matrix (-1, 2, -1) has the eigenvalues 4 sin^2(k pi / (2 (n + 1))).
        const int n = 30;
        var matrix = new double[n * n];
        for (int i = 0; i < n * n; i++)
        {
            matrix[i] = Math.Abs((i / n) - (i % n)) switch { 0 => 2.0, 1 => -1.0, _ => 0.0 };
        }

        double[] expected = [.. Enumerable.Range(1, n).Select(k => 4.0 * Math.Pow(Math.Sin(k * Math.PI / (2 * (n + 1))), 2))];
        Problems.AssertClose(expected, [.. SingularValues.Find(new(matrix, n, n)).Values.Order()], 1e-14);
    }

    [Fact]
    public void Small_values_are_accurate_too()
    {
        // Columns of very different lengths: a diagonal matrix times one whose columns are orthogonal.
        double[] matrix = [1e8, -1e-8, 1e8, 1e-8];
        double[] values = [.. SingularValues.Find(new(matrix, 2, 2)).Values.Order()];
        Assert.Equal(Math.Sqrt(2.0) * 1e-8, values[0], 1e-22);
        Assert.Equal(Math.Sqrt(2.0) * 1e8, values[1], 1e-6);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(50, 13)]
    [InlineData(13, 50)]
    [InlineData(1, 5)]
    [InlineData(5, 1)]
    public void The_parts_make_up_the_matrix_and_its_inverse(int rows, int columns)
    {
        double[] matrix = Problems.Numbers(rows * columns, rows);
        SingularValues found = SingularValues.Find(new(matrix, rows, columns));
        Assert.Equal(Math.Min(rows, columns), found.Values.Length);

        // With values for factors the parts make up the transpose of the matrix.
        var transposed = new double[columns * rows];
        found.Combine(new(Unit(rows), rows, rows), found.Values, transposed);
        Problems.AssertClose(MatrixProducts.Transpose(new(matrix, rows, columns)), transposed, 1e-13);

        // A shortest side of full rank has an inverse from one side.
        double[] inverse = new double[columns * rows];
        found.Combine(new(Unit(rows), rows, rows), Array.ConvertAll(found.Values, value => 1.0 / value), inverse);
        double[] product = rows <= columns ? Product(matrix, inverse, rows, columns) : Product(inverse, matrix, columns, rows);
        Problems.AssertClose(Unit(Math.Min(rows, columns)), product, 1e-11);
    }

    [Fact]
    public void A_matrix_of_low_rank_has_values_of_zero()
    {
        double[] left = Problems.Numbers(40 * 2, 1);
        double[] right = Problems.Numbers(2 * 9, 2);
        double[] values = [.. SingularValues.Find(new(Product(left, right, 40, 2), 40, 9)).Values.OrderDescending()];
        Assert.True(values[1] > 0.1);
        Assert.True(values[2] < 1e-14 * values[0]);
        Assert.Equal([0.0, 0.0], SingularValues.Find(new(new double[6], 3, 2)).Values);
    }

    private static double[] Unit(int size) => [.. Enumerable.Range(0, size * size).Select(i => i % (size + 1) == 0 ? 1.0 : 0.0)];

    /// <summary>The product of matrices, <c>[rows, depth]</c> and <c>[depth, ...]</c>.</summary>
    private static double[] Product(double[] first, double[] second, int rows, int depth)
    {
        int columns = second.Length / depth;
        return [.. Enumerable.Range(0, rows * columns).Select(i =>
            Enumerable.Range(0, depth).Sum(k => first[(i / columns * depth) + k] * second[(k * columns) + (i % columns)]))];
    }
}
