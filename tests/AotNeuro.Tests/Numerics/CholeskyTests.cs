using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

public sealed class CholeskyTests
{
    /// <summary>Sizes at and beside the edges of tiles (8), panels (128) and blocks of products (192).</summary>
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 20, 3)]
    [InlineData(8, 193, 8)]
    [InlineData(9, 192, 9)]
    [InlineData(127, 150, 1)]
    [InlineData(128, 200, 17)]
    [InlineData(129, 400, 2)]
    [InlineData(265, 300, 1)]
    public void Normal_equations_are_solved(int columns, int rows, int sides)
    {
        (double[] a, double[] y) = Problem(rows, columns, sides);
        LinearSystem system = LinearSystem.Normal(new(a, rows, columns), new(y, rows, sides));
        system.AddToDiagonal(rows);
        var x = new double[columns * sides];
        Cholesky.Solve(system, x);
        AssertClose(PlainSolve(Product(a, a, rows, columns, columns), Product(a, y, rows, columns, sides), columns, sides, rows), x);
    }

    [Theory]
    [InlineData(1, 5, 1)]
    [InlineData(20, 21, 9)]
    [InlineData(130, 400, 2)]
    public void Dual_equations_are_solved(int rows, int columns, int sides)
    {
        (double[] a, double[] y) = Problem(rows, columns, sides);
        double[] transposed = Transpose(a, rows, columns);
        LinearSystem system = LinearSystem.Dual(new(a, rows, columns), new(y, rows, sides));
        system.AddToDiagonal(rows);
        var z = new double[rows * sides];
        Cholesky.Solve(system, z);
        AssertClose(PlainSolve(Product(transposed, transposed, columns, rows, rows), y, rows, sides, rows), z);
    }

    [Fact]
    public void Both_forms_of_least_squares_agree()
    {
        // 40 points and 41 neurons take the dual form; the same with a neuron that never fires left out is the normal form.
        (double[] a, double[] y) = Problem(40, 40, 2);
        var wider = new double[40 * 41];
        for (int row = 0; row < 40; row++)
        {
            a.AsSpan(row * 40, 40).CopyTo(wider.AsSpan(row * 41));
        }

        var normal = new double[40 * 2];
        var dual = new double[41 * 2];
        new LstsqL2().Solve(new(a, 40, 40), new(y, 40, 2), new(0), normal);
        new LstsqL2().Solve(new(wider, 40, 41), new(y, 40, 2), new(0), dual);
        AssertClose(normal, dual[..80]);
        Assert.Equal([0.0, 0.0], dual[80..]);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_matrix_that_is_not_positive_definite_is_an_error(double pivot)
    {
        var system = new LinearSystem(12, 1);
        system.AddToDiagonal(1.0);
        system.Values[(10 * system.Stride) + 10] = pivot;
        var error = Assert.Throws<ArithmeticException>(() => Cholesky.Solve(system, new double[12]));
        Assert.Equal(FormattableString.Invariant($"The matrix is not positive definite: a pivot is {pivot}."), error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    public void A_tile_has_the_bits_of_plain_sums(int depth)
    {
        System.Random random = new(depth);
        double[] left = Numbers(random, depth * 8 + 8);
        double[] right = Numbers(random, depth * 8 + 8);
        double[] target = Numbers(random, 8 * 20);
        double[] expected = [.. target];
        for (int i = 0; i < 8; i++)
        {
            for (int j = 0; j < 8; j++)
            {
                double sum = 0.0;
                for (int k = 0; k < depth; k++)
                {
                    double product = left[(k * 8) + i] * right[(k * 8) + j];
                    sum += product;
                }

                expected[(i * 20) + j] -= sum;
            }
        }

        Tile.AddProduct(ref left[0], ref right[0], depth, -1.0, ref target[0], 20);
        Assert.Equal(expected, target);
    }

    /// <summary>Rates-like numbers: half of them 0.</summary>
    private static (double[] Matrix, double[] Sides) Problem(int rows, int columns, int sides)
    {
        System.Random random = new(rows + columns);
        double[] matrix = [.. Numbers(random, rows * columns).Select(value => Math.Max(value, 0.0))];
        return (matrix, Numbers(random, rows * sides));
    }

    private static double[] Numbers(System.Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (2.0 * random.NextDouble()) - 1.0)];

    private static double[] Transpose(double[] matrix, int rows, int columns) =>
        [.. Enumerable.Range(0, rows * columns).Select(i => matrix[(i % rows * columns) + (i / rows)])];

    /// <summary>first' . second.</summary>
    private static double[] Product(double[] first, double[] second, int rows, int firstColumns, int secondColumns)
    {
        var product = new double[firstColumns * secondColumns];
        for (int i = 0; i < product.Length; i++)
        {
            for (int k = 0; k < rows; k++)
            {
                product[i] += first[(k * firstColumns) + (i / secondColumns)] * second[(k * secondColumns) + (i % secondColumns)];
            }
        }

        return product;
    }

    /// <summary>Gaussian elimination, which a positive definite matrix needs no pivots for.</summary>
    private static double[] PlainSolve(double[] matrix, double[] sides, int size, int columns, double diagonal)
    {
        double[] x = [.. sides];
        for (int i = 0; i < size; i++)
        {
            matrix[(i * size) + i] += diagonal;
        }

        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = pivot + 1; row < size; row++)
            {
                double factor = matrix[(row * size) + pivot] / matrix[(pivot * size) + pivot];
                AddRow(matrix, size, row, pivot, -factor);
                AddRow(x, columns, row, pivot, -factor);
            }
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int next = row + 1; next < size; next++)
            {
                AddRow(x, columns, row, next, -matrix[(row * size) + next]);
            }

            for (int i = row * columns; i < (row + 1) * columns; i++)
            {
                x[i] /= matrix[(row * size) + row];
            }
        }

        return x;
    }

    private static void AddRow(double[] matrix, int columns, int row, int other, double factor)
    {
        for (int i = 0; i < columns; i++)
        {
            matrix[(row * columns) + i] += factor * matrix[(other * columns) + i];
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        double size = expected.Max(Math.Abs);
        double largest = expected.Zip(actual, (first, second) => Math.Abs(first - second)).Max();
        Assert.True(largest <= 1e-12 * size, $"off by {largest / size:e2} of the largest");
    }
}
