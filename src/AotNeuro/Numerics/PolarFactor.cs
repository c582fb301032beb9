namespace AotNeuro.Numerics;

/// <summary>The orthogonal factor U V' of a square matrix U S V'.</summary>
internal static class PolarFactor
{
    /// <summary>Replaces a matrix by its orthogonal polar factor, by Newton's iteration with Higham's scaling.</summary>
    /// <remarks>
    /// X becomes (g X + X'^-1 / g) / 2, where g brings the norms of both terms together; it converges quadratically, in at most
    /// ten steps, and does not ask for the singular vectors. See Higham, Functions of Matrices (2008), chapter 8.
    /// </remarks>
    /// <param name="matrix">The matrix, row after row.</param>
    /// <param name="size">Number of rows and of columns.</param>
    /// <exception cref="ArithmeticException">The matrix is singular.</exception>
    public static void Replace(Span<double> matrix, int size)
    {
        var inverse = new double[size * size];
        double change = double.PositiveInfinity;
        while (change > 1e-9)
        {
            matrix.CopyTo(inverse);
            Invert(inverse, size);
            double scale = change > 1e-2 ? Scale(matrix, inverse, size) : 1.0;
            double difference = 0.0;
            double norm = 0.0;
            for (int row = 0; row < size; row++)
            {
                for (int column = 0; column < size; column++)
                {
                    double old = matrix[(row * size) + column];
                    double value = 0.5 * ((scale * old) + (inverse[(column * size) + row] / scale));
                    matrix[(row * size) + column] = value;
                    difference += (value - old) * (value - old);
                    norm += value * value;
                }
            }

            change = Math.Sqrt(difference / norm);
        }
    }

    private static double Scale(ReadOnlySpan<double> matrix, ReadOnlySpan<double> inverse, int size)
    {
        double ratio = RowNorm(inverse, size) * ColumnNorm(inverse, size) / (RowNorm(matrix, size) * ColumnNorm(matrix, size));
        return Math.Sqrt(Math.Sqrt(ratio));
    }

    private static double RowNorm(ReadOnlySpan<double> matrix, int size)
    {
        double largest = 0.0;
        for (int row = 0; row < size; row++)
        {
            double sum = 0.0;
            foreach (double value in matrix.Slice(row * size, size))
            {
                sum += Math.Abs(value);
            }

            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    private static double ColumnNorm(ReadOnlySpan<double> matrix, int size)
    {
        double largest = 0.0;
        for (int column = 0; column < size; column++)
        {
            double sum = 0.0;
            for (int i = column; i < matrix.Length; i += size)
            {
                sum += Math.Abs(matrix[i]);
            }

            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    /// <summary>Gauss-Jordan inversion in place, with row pivots.</summary>
    private static void Invert(Span<double> matrix, int size)
    {
        var pivots = new int[size];
        for (int step = 0; step < size; step++)
        {
            int pivot = step;
            for (int row = step + 1; row < size; row++)
            {
                if (Math.Abs(matrix[(row * size) + step]) > Math.Abs(matrix[(pivot * size) + step]))
                {
                    pivot = row;
                }
            }

            pivots[step] = pivot;
            Span<double> pivotRow = matrix.Slice(step * size, size);
            SwapRows(pivotRow, matrix.Slice(pivot * size, size));
            double divisor = pivotRow[step];
            if (divisor == 0.0 || !double.IsFinite(divisor))
            {
                throw new ArithmeticException("A singular matrix has no unique orthogonal factor.");
            }

            pivotRow[step] = 1.0;
            foreach (ref double value in pivotRow)
            {
                value /= divisor;
            }

            for (int row = 0; row < size; row++)
            {
                if (row != step)
                {
                    Eliminate(matrix.Slice(row * size, size), pivotRow, step);
                }
            }
        }

        UndoPivots(matrix, size, pivots);
    }

    private static void Eliminate(Span<double> row, ReadOnlySpan<double> pivotRow, int step)
    {
        double factor = row[step];
        row[step] = 0.0;
        VectorLoops.AddScaled(-factor, pivotRow, row);
    }

    /// <summary>Rows were swapped before the inversion, so columns of the inverse are, in the opposite order.</summary>
    private static void UndoPivots(Span<double> matrix, int size, ReadOnlySpan<int> pivots)
    {
        for (int step = size - 1; step >= 0; step--)
        {
            int pivot = pivots[step];
            for (int row = 0; pivot != step && row < matrix.Length; row += size)
            {
                (matrix[row + step], matrix[row + pivot]) = (matrix[row + pivot], matrix[row + step]);
            }
        }
    }

    private static void SwapRows(Span<double> first, Span<double> second)
    {
        for (int i = 0; i < first.Length; i++)
        {
            (first[i], second[i]) = (second[i], first[i]);
        }
    }
}
