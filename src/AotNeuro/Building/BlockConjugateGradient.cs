using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// Least squares by conjugate gradients for all columns of targets at once (Nengo's BlockConjgrad; O'Leary, 1980): fewer
/// iterations than <see cref="ConjugateGradient"/> where there are many columns. The columns must be independent.
/// </summary>
public sealed record BlockConjugateGradient : LeastSquaresSolver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="tolerance">
    /// It stops where all residuals are shorter than this times the root of the number of points. Default 0.01.
    /// </param>
    /// <param name="start">Where it starts, <c>[neurons, size]</c>; null for zeros.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative, or a number is not finite.</exception>
    public BlockConjugateGradient(double tolerance = 0.01, double[,]? start = null) =>
        (Tolerance, Start) = (SolverArguments.NotNegative(tolerance), SolverArguments.Finite(start));

    /// <summary>It stops where all residuals are shorter than this times the root of the number of points.</summary>
    public double Tolerance { get; }

    /// <summary>Where it starts, <c>[neurons, size]</c>; null for zeros.</summary>
    public double[,]? Start { get; }

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView matrix, MatrixView targets, ReadOnlySpan<double> sigma, Span<double> solution)
    {
        SolverArguments.Fill(Start, "start", matrix.Columns, targets.Columns, solution);
        var equations = new NormalEquations(matrix, sigma);
        double[] x = MatrixProducts.Transpose(new(solution, matrix.Columns, targets.Columns));
        int iterations = Iterate(equations, matrix, targets, x);
        for (int i = 0; i < targets.Columns; i++)
        {
            MatrixProducts.SetColumn(solution, targets.Columns, i, x.AsSpan(i * matrix.Columns, matrix.Columns));
        }

        return new() { Iterations = [iterations] };
    }

    /// <param name="equations">The equations.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="targets">Wanted values.</param>
    /// <param name="x">The solution, a column after the other, as are residuals and directions.</param>
    private int Iterate(NormalEquations equations, MatrixView matrix, MatrixView targets, double[] x)
    {
        (int n, int d) = (matrix.Columns, targets.Columns);
        var residuals = new double[n * d];
        double[] products = equations.MultiplyAll(x, n);
        for (int i = 0; i < d; i++)
        {
            MatrixProducts.MultiplyTransposed(matrix, targets.Column(i), residuals.AsSpan(i * n, n));
        }

        VectorLoops.AddScaled(-1.0, products, residuals);
        double[] directions = [.. residuals];
        double[] squares = Inner(residuals, residuals, d);
        int most = n / d + 1;
        double tolerance = Tolerance * Tolerance * matrix.Rows;
        for (int i = 1; i <= most; i++)
        {
            products = equations.MultiplyAll(directions, n);
            double[] lengths = SolveBlock(Inner(directions, products, d), squares, d);
            AddCombinations(1.0, directions, lengths, x, d);
            AddCombinations(-1.0, products, lengths, residuals, d);
            double[] next = Inner(residuals, residuals, d);
            if (IsDone(next, d, tolerance))
            {
                return i;
            }

            double[] turned = [.. residuals];
            AddCombinations(1.0, directions, SolveBlock(squares, next, d), turned, d);
            (directions, squares) = (turned, next);
        }

        return most;
    }

    private static bool IsDone(double[] squares, int size, double tolerance)
    {
        for (int i = 0; i < size; i++)
        {
            if (!(squares[i * size + i] < tolerance))
            {
                return false;
            }
        }

        return true;
    }

    private static double[] SolveBlock(double[] matrix, double[] sides, int size)
    {
        double[] solution = [.. sides];
        return GaussianElimination.TrySolve([.. matrix], size, solution)
            ? solution
            : throw new ArithmeticException(
                "The columns of targets depend on each other, so BlockConjugateGradient() has no way on; use ConjugateGradient().");
    }

    /// <summary>Scalar products of all columns of one with all of the other, <c>[size, size]</c>.</summary>
    private static double[] Inner(double[] first, double[] second, int size)
    {
        int n = first.Length / size;
        var products = new double[size * size];
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = VectorLoops.Dot(first.AsSpan(i / size * n, n), second.AsSpan(i % size * n, n));
        }

        return products;
    }

    /// <summary><c>targets += scale * columns . factors</c>.</summary>
    private static void AddCombinations(double scale, double[] columns, double[] factors, double[] targets, int size)
    {
        int n = columns.Length / size;
        for (int i = 0; i < factors.Length; i++)
        {
            VectorLoops.AddScaled(scale * factors[i], columns.AsSpan(i / size * n, n), targets.AsSpan(i % size * n, n));
        }
    }
}
