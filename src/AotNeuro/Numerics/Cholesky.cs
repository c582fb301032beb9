namespace AotNeuro.Numerics;

/// <summary>
/// Solves with symmetric positive definite matrices: A = U'U in blocks of rows, each taken off the rest as one symmetric product.
/// G. H. Golub and C. F. Van Loan, "Matrix Computations" (4th ed., 2013), section 4.2.
/// </summary>
internal static class Cholesky
{
    private const int BlockRows = 32;

    /// <summary>Solves A X = B; destroys A.</summary>
    /// <param name="matrix">A; its upper triangle is read.</param>
    /// <param name="values">B on entry, X on return, row after row.</param>
    /// <param name="columns">Number of columns of B.</param>
    /// <exception cref="ArithmeticException">A is not positive definite.</exception>
    public static void Solve(SquareMatrix matrix, Span<double> values, int columns)
    {
        Factor(matrix);
        SolveForward(matrix, values, columns);
        SolveBackward(matrix, values, columns);
    }

    private static void Factor(SquareMatrix u)
    {
        var packed = new double[BlockRows * u.Stride];
        for (int first = 0; first < u.Size; first += BlockRows)
        {
            int end = Math.Min(first + BlockRows, u.Size);
            FactorRows(u, first, end);
            if (end < u.Size)
            {
                SymmetricProduct.Pack(u.Values.AsSpan(first * u.Stride), u.Stride, end - first, u.Size, end, packed);
                SymmetricProduct.Accumulate(packed, end - first, u, end, isSubtracted: true);
            }
        }
    }

    /// <summary>Factors rows from which all earlier blocks have been taken off.</summary>
    private static void FactorRows(SquareMatrix u, int first, int end)
    {
        for (int k = first; k < end; k++)
        {
            double pivot = u[k, k];
            if (!(pivot > 0.0))
            {
                throw new ArithmeticException("the matrix of the decoder solve is not positive definite; use a larger regularization.");
            }

            Span<double> row = u.Row(k, k);
            double root = Math.Sqrt(pivot);
            foreach (ref double value in row)
            {
                value /= root;
            }

            for (int i = k + 1; i < end; i++)
            {
                Subtract(row[i - k], row.Slice(i - k), u.Row(i, i));
            }
        }
    }

    private static void SolveForward(SquareMatrix u, Span<double> values, int columns)
    {
        for (int i = 0; i < u.Size; i++)
        {
            Span<double> solved = values.Slice(i * columns, columns);
            foreach (ref double value in solved)
            {
                value /= u[i, i];
            }

            ReadOnlySpan<double> row = u.Row(i, i);
            for (int r = 1; r < row.Length; r++)
            {
                Subtract(row[r], solved, values.Slice((i + r) * columns, columns));
            }
        }
    }

    private static void SolveBackward(SquareMatrix u, Span<double> values, int columns)
    {
        for (int i = u.Size - 1; i >= 0; i--)
        {
            Span<double> target = values.Slice(i * columns, columns);
            ReadOnlySpan<double> row = u.Row(i, i);
            for (int r = 1; r < row.Length; r++)
            {
                Subtract(row[r], values.Slice((i + r) * columns, columns), target);
            }

            foreach (ref double value in target)
            {
                value /= row[0];
            }
        }
    }

    /// <summary>target -= factor * source.</summary>
    private static void Subtract(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] -= factor * source[i];
        }
    }
}
