using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.Transforms;

public sealed class SparseTests
{
    [Fact]
    public void A_sparse_transform_is_the_dense_matrix()
    {
        var random = new RandomState(0);
        for (int i = 0; i < 200; i++)
        {
            int rows = random.RandInt(1, 12);
            int columns = random.RandInt(1, 12);
            (int Row, int Column)[] indices =
                [.. Enumerable.Range(0, random.RandInt(0, 60)).Select(_ => (random.RandInt(rows), random.RandInt(columns)))];
            double[] values = [.. indices.Select(_ => random.NextGaussian())];
            double[] x = [.. Enumerable.Range(0, columns).Select(_ => random.NextGaussian())];
            var matrix = new double[rows, columns];
            for (int entry = 0; entry < indices.Length; entry++)
            {
                matrix[indices[entry].Row, indices[entry].Column] += values[entry];
            }

            TransformStep step = new Sparse(rows, columns, indices, values).MakeStep(random);
            Assert.Equal(Product(matrix, x), Apply(step, x, rows));
            Assert.Equal(values, step.Weights.ToArray());
        }
    }

    [Fact]
    public void Values_are_drawn_in_the_order_of_the_indices()
    {
        var transform = new Sparse(3, 4, [(2, 0), (0, 3), (2, 0)], new Gaussian(0.0, 1.0));
        TransformStep step = transform.MakeStep(new RandomState(5));
        var random = new RandomState(5);
        double[] drawn = [random.NextGaussian(), random.NextGaussian(), random.NextGaussian()];

        Assert.Equal(drawn, step.Weights.ToArray());
        Assert.Equal([drawn[1], 0.0, drawn[0] + drawn[2]], Apply(step, [1.0, 0.0, 0.0, 1.0], 3));
    }

    [Fact]
    public void Entries_have_the_value_1_unless_one_is_given()
    {
        Assert.Equal([5.0, 7.0], Apply(new Sparse(2, 2, [(0, 1), (1, 0)]).MakeStep(new RandomState(0)), [7.0, 5.0], 2));
        Assert.Equal([10.0, 0.0], Apply(new Sparse(2, 2, [(0, 1)], 2.0).MakeStep(new RandomState(0)), [7.0, 5.0], 2));
    }

    [Fact]
    public void Equal_arguments_make_equal_transforms()
    {
        var first = new Sparse(2, 3, [(0, 1), (1, 2)], [1.0, 2.0]);
        Assert.Equal(first, new Sparse(2, 3, [(0, 1), (1, 2)], [1.0, 2.0]));
        Assert.NotEqual(first, new Sparse(2, 3, [(0, 1), (1, 1)], [1.0, 2.0]));
        Assert.NotEqual(first, new Sparse(2, 3, [(0, 1), (1, 2)], [1.0, 3.0]));
        Assert.Equal((3, 2, 2), (first.SizeIn, first.SizeOut, first.Count));
    }

    [Fact]
    public void Applying_allocates_nothing()
    {
        TransformStep step = new Sparse(20, 30, [(0, 1), (5, 29), (19, 0)]).MakeStep(new RandomState(0));
        var x = new double[30];
        var y = new double[20];
        step.Apply(x, y);
        long before = GC.GetAllocatedBytesForCurrentThread();
        step.Apply(x, y);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double[] Product(double[,] matrix, double[] x)
    {
        var y = new double[matrix.GetLength(0)];
        for (int row = 0; row < y.Length; row++)
        {
            for (int column = 0; column < x.Length; column++)
            {
                y[row] += matrix[row, column] * x[column];
            }
        }

        return y;
    }

    private static double[] Apply(TransformStep step, double[] x, int size)
    {
        var y = new double[size];
        step.Apply(x, y);
        return y;
    }
}
