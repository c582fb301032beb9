using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// Least squares by Cholesky factorisation, the default: <c>(A'A + m sigma^2 I) X = A'Y</c>, or with fewer points than neurons the
/// smaller system <c>(AA' + m sigma^2 I) Z = Y</c>, <c>X = A'Z</c>, which has the same solution.
/// </summary>
public sealed record CholeskySolver : LeastSquaresSolver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="transpose">
    /// Whether the second system is solved; null for whichever is smaller, and for the first where each neuron has its own sigma.
    /// </param>
    public CholeskySolver(bool? transpose = null) => Transpose = transpose;

    /// <summary>Whether the second system is solved; null for whichever is smaller.</summary>
    public bool? Transpose { get; }

    /// <inheritdoc/>
    public override bool IsSeparable => true;

    /// <summary>What solvers use that are given none.</summary>
    internal static CholeskySolver Default { get; } = new();

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView matrix, MatrixView targets, ReadOnlySpan<double> sigma, Span<double> solution)
    {
        if (Transpose ?? (matrix.Rows < matrix.Columns && sigma.Length == 1))
        {
            SolveDual(matrix, targets, Single(sigma, "CholeskySolver(transpose: true)"), solution);
        }
        else
        {
            using LinearSystem<double> system = LinearSystem.Normal(matrix, targets);
            system.AddNoise(matrix.Rows, sigma);
            Cholesky.Solve(system, solution);
        }

        return default;
    }

    private static void SolveDual(MatrixView matrix, MatrixView targets, double sigma, Span<double> solution)
    {
        using LinearSystem<double> system = LinearSystem.Dual(matrix, targets);
        system.AddNoise(matrix.Rows, [sigma]);
        var weights = new double[targets.Values.Length];
        Cholesky.Solve(system, weights);
        var combination = new MatrixView(weights, targets.Rows, targets.Columns);
        var column = new double[matrix.Columns];
        for (int i = 0; i < targets.Columns; i++)
        {
            MatrixProducts.MultiplyTransposed(matrix, combination.Column(i), column);
            MatrixProducts.SetColumn(solution, targets.Columns, i, column);
        }
    }
}
