namespace AotNeuro.Numerics;

/// <summary>Small dense matrices, for the coefficients of filters.</summary>
internal static class DenseMatrix
{
    /// <summary>The unit matrix.</summary>
    public static double[,] Identity(int size)
    {
        var identity = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            identity[i, i] = 1.0;
        }

        return identity;
    }

    /// <summary>The product of two matrices.</summary>
    public static double[,] Multiply(double[,] left, double[,] right)
    {
        var product = new double[left.GetLength(0), right.GetLength(1)];
        for (int i = 0; i < product.GetLength(0); i++)
        {
            for (int j = 0; j < product.GetLength(1); j++)
            {
                double sum = 0.0;
                for (int k = 0; k < right.GetLength(0); k++)
                {
                    sum += left[i, k] * right[k, j];
                }

                product[i, j] = sum;
            }
        }

        return product;
    }

    /// <summary><c>target += factor * source</c>.</summary>
    public static void AddScaled(double factor, double[,] source, double[,] target)
    {
        for (int i = 0; i < target.GetLength(0); i++)
        {
            for (int j = 0; j < target.GetLength(1); j++)
            {
                target[i, j] += factor * source[i, j];
            }
        }
    }

    /// <summary>
    /// Solves <c>matrix x = sides</c> by elimination with row exchanges. A singular matrix gives values that are not finite.
    /// </summary>
    /// <param name="matrix">Square; it is left as it was.</param>
    /// <param name="sides">Right sides, a column each; left as they were.</param>
    public static double[,] Solve(double[,] matrix, double[,] sides)
    {
        var rest = (double[,])matrix.Clone();
        var x = (double[,])sides.Clone();
        int size = rest.GetLength(0);
        for (int column = 0; column < size; column++)
        {
            int pivot = LargestInColumn(rest, column);
            ExchangeRows(rest, column, pivot);
            ExchangeRows(x, column, pivot);
            for (int row = column + 1; row < size; row++)
            {
                double factor = rest[row, column] / rest[column, column];
                SubtractRow(rest, row, column, factor);
                SubtractRow(x, row, column, factor);
            }
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int side = 0; side < x.GetLength(1); side++)
            {
                double sum = x[row, side];
                for (int column = row + 1; column < size; column++)
                {
                    sum -= rest[row, column] * x[column, side];
                }

                x[row, side] = sum / rest[row, row];
            }
        }

        return x;
    }

    private static int LargestInColumn(double[,] matrix, int column)
    {
        int largest = column;
        for (int row = column + 1; row < matrix.GetLength(0); row++)
        {
            largest = Math.Abs(matrix[row, column]) > Math.Abs(matrix[largest, column]) ? row : largest;
        }

        return largest;
    }

    private static void ExchangeRows(double[,] matrix, int first, int second)
    {
        for (int j = 0; first != second && j < matrix.GetLength(1); j++)
        {
            (matrix[first, j], matrix[second, j]) = (matrix[second, j], matrix[first, j]);
        }
    }

    private static void SubtractRow(double[,] matrix, int row, int source, double factor)
    {
        for (int j = 0; j < matrix.GetLength(1); j++)
        {
            matrix[row, j] -= factor * matrix[source, j];
        }
    }
}
