using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// Least squares by conjugate gradients on the normal equations, a column of targets at a time (Nengo's Conjgrad). It never forms
/// A'A, and stops early: cheap and rough for thousands of neurons.
/// </summary>
public sealed record ConjugateGradient : LeastSquaresSolver
{
    /// <summary>A residual that shrinks by less than this share of its square no longer turns the direction.</summary>
    private const double LeastTurn = 1e-12;

    /// <summary>Makes a solver.</summary>
    /// <param name="tolerance">
    /// It stops where the residual is shorter than this times the root of the number of points. Default 0.01.
    /// </param>
    /// <param name="maxIterations">Iterations at most; null for as many as neurons.</param>
    /// <param name="start">Where it starts, <c>[neurons, size]</c>; null for zeros.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite, or there are no iterations.</exception>
    public ConjugateGradient(double tolerance = 0.01, int? maxIterations = null, double[,]? start = null)
    {
        Tolerance = SolverArguments.NotNegative(tolerance);
        MaxIterations = maxIterations is { } count ? Arguments.Positive(count, nameof(maxIterations)) : null;
        Start = SolverArguments.Finite(start);
    }

    /// <summary>It stops where the residual is shorter than this times the root of the number of points.</summary>
    public double Tolerance { get; }

    /// <summary>Iterations at most; null for as many as neurons.</summary>
    public int? MaxIterations { get; }

    /// <summary>Where it starts, <c>[neurons, size]</c>; null for zeros.</summary>
    public double[,]? Start { get; }

    /// <inheritdoc/>
    public override bool IsSeparable => Start is null;

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView matrix, MatrixView targets, ReadOnlySpan<double> sigma, Span<double> solution)
    {
        SolverArguments.Fill(Start, "start", matrix.Columns, targets.Columns, solution);
        var equations = new NormalEquations(matrix, sigma);
        var iterations = new int[targets.Columns];
        var side = new double[matrix.Columns];
        for (int i = 0; i < iterations.Length; i++)
        {
            MatrixProducts.MultiplyTransposed(matrix, targets.Column(i), side);
            double[] x = new MatrixView(solution, matrix.Columns, targets.Columns).Column(i);
            iterations[i] = SolveColumn(equations, side, x, Tolerance * Math.Sqrt(matrix.Rows));
            MatrixProducts.SetColumn(solution, targets.Columns, i, x);
        }

        return new() { Iterations = iterations };
    }

    /// <summary>The method of Hestenes and Stiefel (1952).</summary>
    /// <returns>The number of iterations.</returns>
    private int SolveColumn(NormalEquations equations, ReadOnlySpan<double> side, Span<double> x, double tolerance)
    {
        double[] residual = side.ToArray();
        var product = new double[x.Length];
        equations.Multiply(x, product);
        VectorLoops.AddScaled(-1.0, product, residual);
        double[] direction = [.. residual];
        double square = VectorLoops.Dot(residual, residual);
        int most = MaxIterations ?? x.Length;
        for (int i = 0; i < most; i++)
        {
            if (square == 0.0)
            {
                return i;
            }

            equations.Multiply(direction, product);
            double length = square / VectorLoops.Dot(direction, product);
            VectorLoops.AddScaled(length, direction, x);
            VectorLoops.AddScaled(-length, product, residual);
            double next = VectorLoops.Dot(residual, residual);
            double turn = next / square;
            if (Math.Sqrt(next) < tolerance || turn < LeastTurn)
            {
                return i + 1;
            }

            VectorLoops.Scale(turn, direction);
            VectorLoops.AddScaled(1.0, residual, direction);
            square = next;
        }

        return most;
    }
}
