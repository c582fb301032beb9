namespace AotNeuro.Numerics;

/// <summary>Products of matrices with vectors, and columns of matrices that lie row after row.</summary>
internal static class MatrixProducts
{
    /// <summary><c>product = matrix . vector</c>.</summary>
    public static void Multiply(MatrixView matrix, ReadOnlySpan<double> vector, Span<double> product)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            product[row] = VectorLoops.Dot(matrix.Row(row), vector);
        }
    }

    /// <summary><c>product = matrix' . vector</c>.</summary>
    public static void MultiplyTransposed(MatrixView matrix, ReadOnlySpan<double> vector, Span<double> product)
    {
        product.Clear();
        for (int row = 0; row < matrix.Rows; row++)
        {
            VectorLoops.AddScaled(vector[row], matrix.Row(row), product);
        }
    }

    /// <summary>The product of a matrix with the transpose of another.</summary>
    /// <param name="first">A matrix, <c>[rows, depth]</c>.</param>
    /// <param name="second">Another, <c>[columns, depth]</c>.</param>
    /// <returns>The product, <c>[rows, columns]</c>.</returns>
    public static double[] MultiplyByTransposed(MatrixView first, MatrixView second)
    {
        var product = new double[first.Rows * second.Rows];
        for (int row = 0; row < first.Rows; row++)
        {
            Multiply(second, first.Row(row), product.AsSpan(row * second.Rows, second.Rows));
        }

        return product;
    }

    /// <summary>The transpose, row after row.</summary>
    public static double[] Transpose(MatrixView matrix)
    {
        var transposed = new double[matrix.Rows * matrix.Columns];
        for (int row = 0; row < matrix.Rows; row++)
        {
            SetColumn(transposed, matrix.Rows, row, matrix.Row(row));
        }

        return transposed;
    }

    /// <summary>Writes a column of a matrix.</summary>
    /// <param name="matrix">The matrix, row after row.</param>
    /// <param name="columns">Its number of columns.</param>
    /// <param name="column">Which column.</param>
    /// <param name="values">Its values.</param>
    public static void SetColumn(Span<double> matrix, int columns, int column, ReadOnlySpan<double> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            matrix[row * columns + column] = values[row];
        }
    }
}
