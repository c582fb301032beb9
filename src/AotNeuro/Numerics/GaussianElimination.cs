namespace AotNeuro.Numerics;

/// <summary>Solves small square systems of no particular form.</summary>
internal static class GaussianElimination
{
    /// <summary>A pivot that is smaller than this share of its column's largest number to begin with is rounding.</summary>
    private const double LeastPivot = 1e-14;

    /// <summary>Solves a system with row pivots.</summary>
    /// <param name="matrix">The matrix, row after row; overwritten.</param>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="sides">Right sides, <c>[size, columns]</c>; receives the solutions.</param>
    /// <returns>False if the matrix is singular.</returns>
    public static bool TrySolve(Span<double> matrix, int size, Span<double> sides)
    {
        int columns = sides.Length / size;
        double[] scales = ColumnScales(matrix, size);
        for (int step = 0; step < size; step++)
        {
            int pivot = FindPivot(matrix, size, step);
            SwapRows(matrix, size, step, pivot);
            SwapRows(sides, columns, step, pivot);
            double divisor = matrix[step * size + step];
            if (!(Math.Abs(divisor) > LeastPivot * scales[step]))
            {
                return false;
            }

            for (int row = step + 1; row < size; row++)
            {
                double factor = -matrix[row * size + step] / divisor;
                VectorLoops.AddScaled(factor, matrix.Slice(step * size, size), matrix.Slice(row * size, size));
                VectorLoops.AddScaled(factor, sides.Slice(step * columns, columns), sides.Slice(row * columns, columns));
            }
        }

        SubstituteBack(matrix, size, sides, columns);
        return true;
    }

    private static double[] ColumnScales(ReadOnlySpan<double> matrix, int size)
    {
        var scales = new double[size];
        for (int i = 0; i < matrix.Length; i++)
        {
            scales[i % size] = Math.Max(scales[i % size], Math.Abs(matrix[i]));
        }

        return scales;
    }

    private static int FindPivot(ReadOnlySpan<double> matrix, int size, int step)
    {
        int pivot = step;
        for (int row = step + 1; row < size; row++)
        {
            pivot = Math.Abs(matrix[row * size + step]) > Math.Abs(matrix[pivot * size + step]) ? row : pivot;
        }

        return pivot;
    }

    private static void SwapRows(Span<double> matrix, int columns, int first, int second)
    {
        for (int i = 0; i < columns; i++)
        {
            (matrix[first * columns + i], matrix[second * columns + i]) = (matrix[second * columns + i], matrix[first * columns + i]);
        }
    }

    private static void SubstituteBack(ReadOnlySpan<double> matrix, int size, Span<double> sides, int columns)
    {
        for (int row = size - 1; row >= 0; row--)
        {
            Span<double> current = sides.Slice(row * columns, columns);
            for (int next = row + 1; next < size; next++)
            {
                VectorLoops.AddScaled(-matrix[row * size + next], sides.Slice(next * columns, columns), current);
            }

            foreach (ref double value in current)
            {
                value /= matrix[row * size + row];
            }
        }
    }
}
