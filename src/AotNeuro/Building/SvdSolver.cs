using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// Least squares by singular value decomposition: <c>X = V diag(s / (s^2 + m sigma^2)) U'Y</c>. Slower than
/// <see cref="CholeskySolver"/> and more accurate where neurons are nearly redundant; without regularization the shortest solution.
/// </summary>
public sealed record SvdSolver : LeastSquaresSolver
{
    /// <inheritdoc/>
    public override bool IsSeparable => true;

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView matrix, MatrixView targets, ReadOnlySpan<double> sigma, Span<double> solution)
    {
        double noise = Single(sigma, "SvdSolver()");
        double added = matrix.Rows * (noise * noise);
        SingularValues decomposition = SingularValues.Find(matrix);
        double[] factors = Array.ConvertAll(decomposition.Values, value => value > 0.0 ? value / (value * value + added) : 0.0);
        decomposition.Combine(targets, factors, solution);
        return default;
    }
}
