using System.Numerics;
using System.Runtime.Intrinsics;
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
        LinearSystem<double> system = LinearSystem.Normal(new(a, rows, columns), new(y, rows, sides));
        system.AddToDiagonal(rows);
        var x = new double[columns * sides];
        Cholesky.Solve<double>(system, x);
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
        LinearSystem<double> system = LinearSystem.Dual(new(a, rows, columns), new(y, rows, sides));
        system.AddToDiagonal(rows);
        var z = new double[rows * sides];
        Cholesky.Solve<double>(system, z);
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
        var system = new LinearSystem<double>(12, 1);
        system.AddToDiagonal(1.0);
        system.Values[(10 * system.Stride) + 10] = pivot;
        var error = Assert.Throws<ArithmeticException>(() => Cholesky.Solve<double>(system, new double[12]));
        Assert.Equal(FormattableString.Invariant($"The matrix is not positive definite: a pivot is {pivot}."), error.Message);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(40, 9)]
    [InlineData(265, 17)]
    public void A_factor_solves_other_sides(int size, int sides)
    {
        (double[] a, double[] y) = Problem(size + 20, size, sides);
        LinearSystem<double> system = LinearSystem.Normal(new(a, size + 20, size), new(y, size + 20, sides));
        system.AddToDiagonal(size);
        double[] inverses = Cholesky.Solve<double>(system, new double[size * sides]);
        double[] others = Numbers(new(7), size * sides);
        double[] x = [.. others];
        Cholesky.SolveAgain<double>(system, inverses, x);
        AssertClose(PlainSolve(Product(a, a, size + 20, size, size), others, size, sides, size), x);
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(16, 16)]
    [InlineData(265, 17)]
    public void Single_precision_solves_to_single_precision(int size, int sides)
    {
        (double[] a, double[] y) = Problem(size + 20, size, sides);
        using var system = new LinearSystem<float>(size, sides);
        using var packed = new PackedStrips<float>(system.Strips, LinearSystem.BlockDepth);
        system.AddRows(packed, new(a, size + 20, size), new(y, size + 20, sides));
        system.AddToDiagonal(size);
        var x = new float[size * sides];
        Cholesky.Solve<float>(system, x);
        double[] expected = PlainSolve(Product(a, a, size + 20, size, size), Product(a, y, size + 20, size, sides), size, sides, size);
        AssertClose(expected, Array.ConvertAll(x, value => (double)value), 1e-5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    public void A_tile_has_the_bits_of_plain_sums(int depth)
    {
        AssertPlainSums<double>(depth);
        AssertPlainSums<float>(depth);
    }

    private static void AssertPlainSums<T>(int depth)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        System.Random random = new(depth);
        int width = Vector512<T>.Count;
        T[] left = Converted(depth * width + width);
        T[] second = Converted(left.Length);
        T[] right = Converted(left.Length);
        T[] target = Converted(32 * 20);
        T[] expected = [.. target];
        Subtract(left, width, expected);
        Tile.AddProduct(ref left[0], ref right[0], depth, -T.One, ref target[0], 20);
        Assert.Equal(expected, target);

        // Eight columns each of two strips.
        Subtract(left, 8, expected);
        Subtract(second, 8, expected.AsSpan(8 * 20));
        Tile.AddProduct(ref left[0], ref second[0], ref right[0], depth, -T.One, ref target[0], 20);
        Assert.Equal(expected, target);

        T[] Converted(int count) => Array.ConvertAll(Numbers(random, count), value => T.CreateTruncating(value));

        void Subtract(T[] factors, int rows, Span<T> sums)
        {
            for (int i = 0; i < rows * width; i++)
            {
                T sum = T.Zero;
                for (int k = 0; k < depth; k++)
                {
                    T product = factors[(k * width) + (i / width)] * right[(k * width) + (i % width)];
                    sum += product;
                }

                sums[(i / width * 20) + (i % width)] -= sum;
            }
        }
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

    private static void AssertClose(double[] expected, double[] actual, double tolerance = 1e-12)
    {
        double size = expected.Max(Math.Abs);
        double largest = expected.Zip(actual, (first, second) => Math.Abs(first - second)).Max();
        Assert.True(largest <= tolerance * size, $"off by {largest / size:e2} of the largest");
    }
}
