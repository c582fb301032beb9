namespace AotNeuro.Numerics;

/// <summary>Least squares with unknowns that are not negative.</summary>
/// <remarks>
/// The active set method of Lawson and Hanson (Solving Least Squares Problems, 1974, chapter 23). The unknowns above 0 are "passive"; their
/// columns are kept triangular by Householder reflections where one enters and by Givens rotations where one leaves, and all
/// other columns and the right side go along. So the gradient is read off the rows below the triangle.
/// </remarks>
internal sealed class NonNegativeLeastSquares
{
    /// <summary>A column depends on those in the triangle if its part below, times this, vanishes beside its part within.</summary>
    private const double Independence = 0.01;

    private readonly double[] _matrix;
    private readonly double[] _side;
    private readonly int _rows;

    /// <summary>Unknowns: the passive ones in the order of the triangle's columns, then the others.</summary>
    private readonly int[] _order;
    private int _passive;

    private NonNegativeLeastSquares(double[] transposed, double[] side)
    {
        (_matrix, _side, _rows) = (transposed, side, side.Length);
        _order = Indices.To(transposed.Length / side.Length);
    }

    /// <summary>Minimizes <c>|matrix . x - sides|</c>, a column after the other.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="sides">Right sides, <c>[rows, columns]</c>.</param>
    /// <param name="solution">Receives the solutions, row after row.</param>
    /// <exception cref="ArithmeticException">No solution is found in three times as many steps as there are unknowns.</exception>
    public static void Solve(MatrixView matrix, MatrixView sides, Span<double> solution)
    {
        double[] transposed = MatrixProducts.Transpose(matrix);
        for (int i = 0; i < sides.Columns; i++)
        {
            double[] x = new NonNegativeLeastSquares([.. transposed], sides.Column(i)).Solve();
            MatrixProducts.SetColumn(solution, sides.Columns, i, x);
        }
    }

    private double[] Solve()
    {
        var x = new double[_order.Length];
        int steps = 0;
        while (_passive < Math.Min(_order.Length, _rows) && TryEnter())
        {
            double[] trial = SolveTriangle();
            while (StepTowards(trial, x))
            {
                trial = SolveTriangle();
                if (++steps > 3 * x.Length)
                {
                    throw new ArithmeticException($"Decoders that are not negative are not found in {3 * x.Length} steps.");
                }
            }
        }

        return x;
    }

    /// <summary>Makes the unknown passive that lowers the error fastest, if any does.</summary>
    private bool TryEnter()
    {
        var gradient = new double[_order.Length];
        for (int i = _passive; i < gradient.Length; i++)
        {
            gradient[i] = VectorLoops.Dot(Column(i)[_passive..], _side.AsSpan(_passive));
        }

        while (true)
        {
            int best = _passive;
            for (int i = _passive + 1; i < gradient.Length; i++)
            {
                best = gradient[i] > gradient[best] ? i : best;
            }

            if (!(gradient[best] > 0.0))
            {
                return false;
            }

            if (TryReflect(best))
            {
                return true;
            }

            gradient[best] = 0.0;
        }
    }

    /// <summary>Reflects a column into the triangle, unless it depends on those there or its unknown would not be above 0.</summary>
    private bool TryReflect(int index)
    {
        Span<double> column = Column(index);
        Span<double> below = column[_passive..];
        double above = Math.Sqrt(VectorLoops.Dot(column[.._passive], column[.._passive]));
        double length = Math.Sqrt(VectorLoops.Dot(below, below));
        if (above + length * Independence == above)
        {
            return false;
        }

        double pivot = below[0] > 0.0 ? -length : length;
        double[] mirror = below.ToArray();
        mirror[0] -= pivot;
        double half = length * (length + Math.Abs(below[0]));
        double image = _side[_passive] - mirror[0] * (VectorLoops.Dot(mirror, _side.AsSpan(_passive)) / half);
        if (!(image / pivot > 0.0))
        {
            return false;
        }

        below.Clear();
        below[0] = pivot;
        (_order[_passive], _order[index]) = (_order[index], _order[_passive]);
        Reflect(mirror, half, _side.AsSpan(_passive));
        for (int i = _passive + 1; i < _order.Length; i++)
        {
            Reflect(mirror, half, Column(i)[_passive..]);
        }

        _passive++;
        return true;
    }

    private static void Reflect(ReadOnlySpan<double> mirror, double half, Span<double> vector) =>
        VectorLoops.AddScaled(-VectorLoops.Dot(mirror, vector) / half, mirror, vector);

    /// <summary>The passive unknowns without bounds, in their order.</summary>
    private double[] SolveTriangle()
    {
        double[] x = _side[.._passive];
        for (int i = _passive - 1; i >= 0; i--)
        {
            Span<double> column = Column(i);
            x[i] /= column[i];
            VectorLoops.AddScaled(-x[i], column[..i], x.AsSpan(0, i));
        }

        return x;
    }

    /// <summary>Goes to a trial solution, or as far towards it as no unknown becomes negative.</summary>
    /// <returns>Whether a bound was in the way, and unknowns at it left the triangle.</returns>
    private bool StepTowards(double[] trial, double[] x)
    {
        double step = 1.0;
        int blocking = -1;
        for (int i = 0; i < _passive; i++)
        {
            double possible = trial[i] <= 0.0 ? x[_order[i]] / (x[_order[i]] - trial[i]) : 1.0;
            (step, blocking) = possible < step ? (possible, i) : (step, blocking);
        }

        for (int i = 0; i < _passive; i++)
        {
            ref double value = ref x[_order[i]];
            value = blocking < 0 ? Math.Max(trial[i], 0.0) : value + step * (trial[i] - value);
        }

        for (int i = _passive - 1; blocking >= 0 && i >= 0; i--)
        {
            if (i == blocking || x[_order[i]] <= 0.0)
            {
                x[_order[i]] = 0.0;
                Leave(i);
            }
        }

        return blocking >= 0;
    }

    /// <summary>Takes a column out of the triangle, and rotates those behind it back into shape.</summary>
    private void Leave(int index)
    {
        int leaving = _order[index];
        for (int i = index; i < _passive - 1; i++)
        {
            _order[i] = _order[i + 1];
        }

        _passive--;
        _order[_passive] = leaving;
        for (int row = index; row < _passive; row++)
        {
            Span<double> column = Column(row);
            double length = Math.Sqrt(column[row] * column[row] + column[row + 1] * column[row + 1]);
            (double cosine, double sine) = length > 0.0 ? (column[row] / length, column[row + 1] / length) : (1.0, 0.0);
            for (int i = row; i < _order.Length; i++)
            {
                Rotate(cosine, sine, Column(i).Slice(row, 2));
            }

            column[row + 1] = 0.0;
            Rotate(cosine, sine, _side.AsSpan(row, 2));
        }
    }

    private static void Rotate(double cosine, double sine, Span<double> pair) =>
        (pair[0], pair[1]) = (cosine * pair[0] + sine * pair[1], cosine * pair[1] - sine * pair[0]);

    private Span<double> Column(int index) => _matrix.AsSpan(_order[index] * _rows, _rows);
}
