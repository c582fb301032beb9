using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>A matrix as a sum of <c>left . value . right'</c> with orthonormal vectors on either side.</summary>
/// <remarks>
/// One-sided Jacobi (Golub and Van Loan, Matrix Computations, 4th edition, section 8.6) on the rows of the triangular factor: pairs
/// are rotated until all are orthogonal. It is accurate for small values too.
/// </remarks>
internal sealed class SingularValues
{
    /// <summary>Convergence is quadratic, in about ten rounds over all pairs.</summary>
    private const int MaxSweeps = 60;

    private readonly double[] _left;
    private readonly double[] _right;
    private readonly int _rows;
    private readonly int _columns;

    private SingularValues(double[] values, double[] left, int rows, double[] right, int columns) =>
        (Values, _left, _rows, _right, _columns) = (values, left, rows, right, columns);

    /// <summary>The singular values, as many as the shorter side of the matrix, in no order.</summary>
    public double[] Values { get; }

    /// <summary>Decomposes a matrix of finite numbers.</summary>
    /// <exception cref="ArithmeticException">It does not converge.</exception>
    public static SingularValues Find(MatrixView matrix)
    {
        bool isTall = matrix.Rows >= matrix.Columns;
        (int count, int length) = isTall ? (matrix.Columns, matrix.Rows) : (matrix.Rows, matrix.Columns);
        var factor = new TriangularFactor(isTall ? MatrixProducts.Transpose(matrix) : matrix.Values.ToArray(), length);
        var rotation = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            rotation[i * count + i] = 1.0;
        }

        // The triangle's rows, from long to short: they are closer to orthogonal than the columns.
        Orthogonalize(factor.Triangle, rotation, count);
        double[] values = Normalize(factor.Triangle, count);
        double[] longer = Lengthen(rotation, factor, length, count);
        double[] shorter = Reorder(factor.Triangle, factor.Order);
        return isTall ? new(values, longer, length, shorter, count) : new(values, shorter, count, longer, length);
    }

    /// <summary><c>solution = sum of right . factor . left' sides</c>: with inverse values for factors, least squares.</summary>
    /// <param name="sides">Right sides, <c>[rows, columns]</c>.</param>
    /// <param name="factors">A factor per singular value.</param>
    /// <param name="solution">Receives the solutions, row after row.</param>
    public void Combine(MatrixView sides, ReadOnlySpan<double> factors, Span<double> solution)
    {
        var column = new double[_columns];
        for (int side = 0; side < sides.Columns; side++)
        {
            double[] given = sides.Column(side);
            column.AsSpan().Clear();
            for (int i = 0; i < factors.Length; i++)
            {
                double share = VectorLoops.Dot(_left.AsSpan(i * _rows, _rows), given);
                VectorLoops.AddScaled(factors[i] * share, _right.AsSpan(i * _columns, _columns), column);
            }

            MatrixProducts.SetColumn(solution, sides.Columns, side, column);
        }
    }

    /// <summary>Undoes the triangle's order of columns.</summary>
    private static double[] Reorder(double[] vectors, int[] order)
    {
        var reordered = new double[vectors.Length];
        for (int i = 0; i < vectors.Length; i++)
        {
            (int vector, int place) = Math.DivRem(i, order.Length);
            reordered[vector * order.Length + order[place]] = vectors[i];
        }

        return reordered;
    }

    /// <summary>Vectors on the longer side of the matrix from those on the triangle's left side.</summary>
    private static double[] Lengthen(ReadOnlySpan<double> vectors, TriangularFactor factor, int length, int count)
    {
        var longer = new double[count * length];
        for (int i = 0; i < count; i++)
        {
            Span<double> vector = longer.AsSpan(i * length, length);
            vectors.Slice(i * count, count).CopyTo(vector);
            factor.Multiply(vector);
        }

        return longer;
    }

    private static void Orthogonalize(Span<double> vectors, Span<double> rotation, int count)
    {
        // What a scalar product of orthogonal vectors is off by.
        double tolerance = Math.Sqrt(count) * Math.ScaleB(1.0, -52);
        var squares = new double[count];
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            for (int i = 0; i < count; i++)
            {
                Span<double> vector = vectors.Slice(i * count, count);
                squares[i] = VectorLoops.Dot(vector, vector);
            }

            bool isOrthogonal = true;
            for (int first = 0; first < count - 1; first++)
            {
                for (int second = first + 1; second < count; second++)
                {
                    isOrthogonal &= !RotatePair(vectors, rotation, squares, first, second, tolerance);
                }
            }

            if (isOrthogonal)
            {
                return;
            }
        }

        throw new ArithmeticException($"The singular values have not converged in {MaxSweeps} rounds.");
    }

    /// <summary>Makes two vectors orthogonal.</summary>
    /// <returns>False if they were.</returns>
    private static bool RotatePair(
        Span<double> vectors, Span<double> rotation, Span<double> squares, int first, int second, double tolerance)
    {
        int count = squares.Length;
        Span<double> p = vectors.Slice(first * count, count);
        Span<double> q = vectors.Slice(second * count, count);
        double product = VectorLoops.Dot(p, q);
        if (Math.Abs(product) <= tolerance * (Math.Sqrt(squares[first]) * Math.Sqrt(squares[second])))
        {
            return false;
        }

        double slope = (squares[second] - squares[first]) / (2.0 * product);
        double tangent = Math.CopySign(1.0, slope) / (Math.Abs(slope) + Math.Sqrt(1.0 + slope * slope));
        double cosine = 1.0 / Math.Sqrt(1.0 + tangent * tangent);
        Rotate(cosine, cosine * tangent, p, q);
        Rotate(cosine, cosine * tangent, rotation.Slice(first * count, count), rotation.Slice(second * count, count));
        squares[first] = Math.Max(squares[first] - tangent * product, 0.0);
        squares[second] += tangent * product;
        return true;
    }

    private static void Rotate(double cosine, double sine, Span<double> p, Span<double> q)
    {
        ref double first = ref MemoryMarshal.GetReference(p);
        ref double second = ref MemoryMarshal.GetReference(q);
        int i = 0;
        for (; i <= p.Length - 4; i += 4)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref first, (nuint)i);
            Vector256<double> b = Vector256.LoadUnsafe(ref second, (nuint)i);
            (cosine * a - sine * b).StoreUnsafe(ref first, (nuint)i);
            (sine * a + cosine * b).StoreUnsafe(ref second, (nuint)i);
        }

        for (; i < p.Length; i++)
        {
            (p[i], q[i]) = (cosine * p[i] - sine * q[i], sine * p[i] + cosine * q[i]);
        }
    }

    /// <summary>Scales vectors to length 1; a vector of zeros stays.</summary>
    /// <returns>What their lengths were.</returns>
    private static double[] Normalize(Span<double> vectors, int count)
    {
        var lengths = new double[count];
        for (int i = 0; i < count; i++)
        {
            Span<double> vector = vectors.Slice(i * count, count);
            lengths[i] = Math.Sqrt(VectorLoops.Dot(vector, vector));
            foreach (ref double value in vector)
            {
                value = lengths[i] > 0.0 ? value / lengths[i] : 0.0;
            }
        }

        return lengths;
    }
}
