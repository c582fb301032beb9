using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with L2 regularisation, Nengo's default solver: <c>(A'A + m sigma^2 I) D = A'Y</c> with
/// <c>sigma = regularization * max(A)</c> for m points, by Cholesky factorisation.
/// </summary>
/// <remarks>
/// With fewer points than neurons the smaller system <c>(AA' + m sigma^2 I) Z = Y</c>, <c>D = A'Z</c> is solved, which has the same
/// solution.
/// </remarks>
public sealed record LstsqL2 : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="regularization">
    /// Standard deviation of the noise that decoders are to withstand, as a share of the highest rate. Default 0.1.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public LstsqL2(double regularization = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(regularization);
        Regularization = Arguments.Finite(regularization);
    }

    /// <summary>Standard deviation of the noise that decoders are to withstand, as a share of the highest rate.</summary>
    public double Regularization { get; }

    /// <inheritdoc/>
    /// <exception cref="ArithmeticException">The matrix is not positive definite: too little regularization.</exception>
    public override void Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        double sigma = Regularization * VectorLoops.Max(activities.Values);
        bool isDual = activities.Rows < activities.Columns;
        LinearSystem system = isDual ? LinearSystem.Dual(activities, targets) : LinearSystem.Normal(activities, targets);
        system.AddToDiagonal(activities.Rows * (sigma * sigma));
        if (isDual)
        {
            var weights = new double[targets.Values.Length];
            Cholesky.Solve(system, weights);
            CombinePoints(activities, new(weights, targets.Rows, targets.Columns), decoders);
        }
        else
        {
            Cholesky.Solve(system, decoders);
        }
    }

    /// <summary><c>decoders = activities' . weights</c>.</summary>
    private static void CombinePoints(MatrixView activities, MatrixView weights, Span<double> decoders)
    {
        var column = new double[activities.Columns];
        for (int i = 0; i < weights.Columns; i++)
        {
            column.AsSpan().Clear();
            for (int point = 0; point < activities.Rows; point++)
            {
                VectorLoops.AddScaled(weights[point, i], activities.Row(point), column);
            }

            for (int neuron = 0; neuron < column.Length; neuron++)
            {
                decoders[neuron * weights.Columns + i] = column[neuron];
            }
        }
    }
}
