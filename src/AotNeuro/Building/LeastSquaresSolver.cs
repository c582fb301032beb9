namespace AotNeuro;

/// <summary>Solves linear least squares with L2 regularisation: how solvers such as <see cref="LstsqL2"/> find their minimum.</summary>
public abstract record LeastSquaresSolver
{
    /// <summary>Whether a column of targets gets the solution that it would get alone. Default false, which is always right.</summary>
    public virtual bool IsSeparable => false;

    /// <summary>Minimizes <c>|matrix . x - targets|^2 + m |sigma x|^2</c> for m points.</summary>
    /// <param name="matrix">The matrix, <c>[points, neurons]</c>.</param>
    /// <param name="targets">Wanted values, <c>[points, size]</c>.</param>
    /// <param name="sigma">Regularization in the matrix's unit: one number for all neurons, or one for each.</param>
    /// <param name="solution">Receives x, <c>[neurons, size]</c> row after row.</param>
    /// <returns>What is to be reported besides; <c>default</c> will do.</returns>
    /// <exception cref="ArithmeticException">There is no unique solution.</exception>
    /// <exception cref="ArgumentException">The solver cannot take as many values of sigma, or starts from another shape.</exception>
    public abstract SolveInfo Solve(MatrixView matrix, MatrixView targets, ReadOnlySpan<double> sigma, Span<double> solution);

    /// <summary>The one sigma for all neurons, for solvers that know no other.</summary>
    private protected static double Single(ReadOnlySpan<double> sigma, string solver) =>
        sigma.Length == 1
            ? sigma[0]
            : throw new ArgumentException(
                $"{solver} takes one regularization for all neurons, and there are {sigma.Length}; use CholeskySolver().");
}
