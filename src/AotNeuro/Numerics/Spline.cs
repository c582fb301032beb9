namespace AotNeuro.Numerics;

/// <summary>
/// The polynomial spline of degree 1, 2 or 3 through points, as a sum of B-splines (de Boor, A Practical Guide to Splines,
/// 1978), with the knots that SciPy's <c>interp1d</c> takes.
/// </summary>
/// <remarks>
/// For degrees 1 and 3 the knots are the points' abscissae, for degree 3 without the second and the last but one ("not a
/// knot"); for degree 2 the midpoints between them, without the first and the last.
/// </remarks>
internal sealed class Spline
{
    private readonly int _degree;
    private readonly int _size;
    private readonly double[] _knots;

    /// <summary>A row per B-spline.</summary>
    private readonly double[] _coefficients;

    /// <summary>Interpolates.</summary>
    /// <param name="degree">1, 2 or 3.</param>
    /// <param name="xs">Abscissae, rising, more than <paramref name="degree"/>.</param>
    /// <param name="values">A row of <paramref name="size"/> ordinates for each.</param>
    /// <param name="size">Number of ordinates at a point.</param>
    public Spline(int degree, ReadOnlySpan<double> xs, ReadOnlySpan<double> values, int size)
    {
        (_degree, _size) = (degree, size);
        _knots = Knots(degree, xs);
        _coefficients = values.ToArray();
        Solve(Collocation(xs), xs.Length);
    }

    /// <summary>The values at an abscissa from the first to the last point.</summary>
    public void Evaluate(double x, Span<double> values)
    {
        Span<double> basis = stackalloc double[_degree + 1];
        int first = Basis(x, basis);
        values.Clear();
        for (int i = 0; i < basis.Length; i++)
        {
            VectorLoops.AddScaled(basis[i], _coefficients.AsSpan((first + i) * _size, _size), values);
        }
    }

    private static double[] Knots(int degree, ReadOnlySpan<double> xs)
    {
        var knots = new double[xs.Length + degree + 1];
        for (int i = 0; i < knots.Length; i++)
        {
            int inner = i - degree - 1;
            knots[i] = i <= degree ? xs[0]
                : i >= xs.Length ? xs[^1]
                : degree == 2 ? (xs[inner + 2] + xs[inner + 1]) / 2.0
                : xs[inner + (degree + 1) / 2];
        }

        return knots;
    }

    /// <summary>
    /// The B-splines that are not zero at an abscissa, by the Cox-de Boor recursion. Returns the number of the first.
    /// </summary>
    private int Basis(double x, Span<double> basis)
    {
        // The last knot not beyond x, of those at which a polynomial begins.
        int span = _degree;
        int end = _knots.Length - _degree - 1;
        while (end - span > 1)
        {
            int middle = (span + end) >> 1;
            (span, end) = _knots[middle] <= x ? (middle, end) : (span, middle);
        }

        basis[0] = 1.0;
        for (int d = 1; d <= _degree; d++)
        {
            double carried = 0.0;
            for (int i = 0; i < d; i++)
            {
                double right = _knots[span + 1 + i];
                double left = _knots[span + 1 + i - d];
                double part = basis[i] / (right - left);
                basis[i] = carried + ((right - x) * part);
                carried = (x - left) * part;
            }

            basis[d] = carried;
        }

        return span - _degree;
    }

    /// <summary>All B-splines at all points: row by row the entries at most a degree off the diagonal.</summary>
    private double[,] Collocation(ReadOnlySpan<double> xs)
    {
        var band = new double[xs.Length, (2 * _degree) + 1];
        Span<double> basis = stackalloc double[_degree + 1];
        for (int row = 0; row < xs.Length; row++)
        {
            int first = Basis(xs[row], basis);
            for (int i = 0; i < basis.Length; i++)
            {
                // Zeros beyond the band: at the last point all B-splines but the last one are zero.
                int offset = first + i - row + _degree;
                if (offset >= 0 && offset <= 2 * _degree)
                {
                    band[row, offset] = basis[i];
                }
            }
        }

        return band;
    }

    /// <summary>
    /// Turns values into coefficients. Collocation matrices are totally positive: elimination needs no row exchanges.
    /// </summary>
    private void Solve(double[,] band, int count)
    {
        for (int pivot = 0; pivot < count; pivot++)
        {
            for (int row = pivot + 1; row <= Math.Min(pivot + _degree, count - 1); row++)
            {
                double factor = band[row, pivot - row + _degree] / band[pivot, _degree];
                for (int column = pivot; column <= Math.Min(pivot + _degree, count - 1); column++)
                {
                    band[row, column - row + _degree] -= factor * band[pivot, column - pivot + _degree];
                }

                VectorLoops.AddScaled(-factor, Row(pivot), Row(row));
            }
        }

        for (int row = count - 1; row >= 0; row--)
        {
            for (int column = row + 1; column <= Math.Min(row + _degree, count - 1); column++)
            {
                VectorLoops.AddScaled(-band[row, column - row + _degree], Row(column), Row(row));
            }

            VectorLoops.Scale(1.0 / band[row, _degree], Row(row));
        }
    }

    private Span<double> Row(int row) => _coefficients.AsSpan(row * _size, _size);
}
