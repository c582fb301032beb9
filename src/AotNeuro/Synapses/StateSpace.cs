using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>A linear system of one input u and one output y: <c>x' = A x + B u</c>, <c>y = C x + D u</c>.</summary>
/// <param name="A">How states change by themselves, <c>[order, order]</c>.</param>
/// <param name="B">How the input enters, <c>[order, 1]</c>.</param>
/// <param name="C">How states show, <c>[1, order]</c>.</param>
/// <param name="D">How the input shows at once.</param>
internal sealed record StateSpace(double[,] A, double[,] B, double[,] C, double D)
{
    /// <summary>A leading coefficient of the numerator up to this size counts as zero, as in SciPy.</summary>
    private const double Negligible = 1e-14;

    /// <summary>Number of states.</summary>
    public int Order => B.Length;

    /// <summary>Whether all coefficients are finite numbers.</summary>
    public bool IsFinite => double.IsFinite(D) && AllFinite(A) && AllFinite(B) && AllFinite(C);

    /// <summary>The controller canonical form of a transfer function.</summary>
    /// <param name="numerator">Coefficients, the highest power first.</param>
    /// <param name="denominator">Coefficients, the highest power first, not all 0.</param>
    /// <returns>The system; null if the numerator is of a higher degree than the denominator.</returns>
    public static StateSpace? FromTransferFunction(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator)
    {
        denominator = denominator[denominator.IndexOfAnyExcept(0.0)..];
        double leading = denominator[0];
        while (numerator.Length > 1 && Math.Abs(numerator[0] / leading) <= Negligible)
        {
            numerator = numerator[1..];
        }

        int order = denominator.Length - 1;
        int missing = denominator.Length - numerator.Length;
        if (missing < 0)
        {
            return null;
        }

        double d = missing == 0 ? numerator[0] / leading : 0.0;
        double[,] a = new double[order, order], b = new double[order, 1], c = new double[1, order];
        for (int i = 0; i < order; i++)
        {
            double coefficient = denominator[i + 1] / leading;
            a[0, i] = -coefficient;
            c[0, i] = (i + 1 < missing ? 0.0 : numerator[i + 1 - missing] / leading) - (d * coefficient);
            if (i > 0)
            {
                a[i, i - 1] = 1.0;
            }
        }

        if (order > 0)
        {
            b[0, 0] = 1.0;
        }

        return new(a, b, c, d);
    }

    /// <summary>The system in steps of a length, with x' the states of the next step.</summary>
    public StateSpace Discretize(Discretization method, double dt) => method switch
    {
        Discretization.Zoh => HoldInput(dt),
        Discretization.Euler => Transform(0.0, dt),
        Discretization.BackwardDifference => Transform(1.0, dt),
        _ => Transform(0.5, dt),
    };

    /// <summary>Zero-order hold: the exponential of A and B side by side, over rows of zeros.</summary>
    private StateSpace HoldInput(double dt)
    {
        var joined = new double[Order + 1, Order + 1];
        for (int i = 0; i < Order; i++)
        {
            joined[i, Order] = dt * B[i, 0];
            for (int j = 0; j < Order; j++)
            {
                joined[i, j] = dt * A[i, j];
            }
        }

        double[,] exponential = MatrixExponential.Of(joined);
        double[,] a = new double[Order, Order], b = new double[Order, 1];
        for (int i = 0; i < Order; i++)
        {
            b[i, 0] = exponential[i, Order];
            for (int j = 0; j < Order; j++)
            {
                a[i, j] = exponential[i, j];
            }
        }

        return new(a, b, C, D);
    }

    /// <summary>
    /// The generalised bilinear transformation (Zhang, Chen and Chen, Int. J. Control 82, 2009): a derivative mixed from those
    /// at the end of the step, with weight alpha, and at its start.
    /// </summary>
    private StateSpace Transform(double alpha, double dt)
    {
        double[,] left = DenseMatrix.Identity(Order);
        DenseMatrix.AddScaled(-alpha * dt, A, left);
        double[,] right = DenseMatrix.Identity(Order);
        DenseMatrix.AddScaled((1.0 - alpha) * dt, A, right);
        var input = new double[Order, 1];
        DenseMatrix.AddScaled(dt, B, input);

        double[,] a = DenseMatrix.Solve(left, right);
        double[,] b = DenseMatrix.Solve(left, input);
        double[,] c = Transposed(DenseMatrix.Solve(Transposed(left), Transposed(C)));
        return new(a, b, c, D + (alpha * DenseMatrix.Multiply(C, b)[0, 0]));
    }

    private static double[,] Transposed(double[,] matrix)
    {
        var transposed = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int i = 0; i < transposed.GetLength(0); i++)
        {
            for (int j = 0; j < transposed.GetLength(1); j++)
            {
                transposed[i, j] = matrix[j, i];
            }
        }

        return transposed;
    }

    private static bool AllFinite(double[,] values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
