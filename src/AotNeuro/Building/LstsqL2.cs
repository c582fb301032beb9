using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with L2 regularisation, Nengo's default solver: <c>(A'A + m sigma^2 I) D = A'Y</c> with
/// <c>sigma = regularization * max(A)</c> for m points, by Cholesky factorisation; in the transposed form if there are fewer points than neurons.
/// </summary>
public sealed record LstsqL2 : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="regularization">Standard deviation of the noise that decoders are to withstand, as a share of the highest rate. Default 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public LstsqL2(double regularization = 0.1)
    {
        if (!double.IsFinite(regularization) || regularization < 0.0)
        {
            throw new ArgumentOutOfRangeException(nameof(regularization), regularization, "The regularization must be finite and not negative.");
        }

        Regularization = regularization;
    }

    /// <summary>Standard deviation of the noise that decoders are to withstand, as a share of the highest rate.</summary>
    public double Regularization { get; }

    /// <inheritdoc/>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    public override void Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        double highest = double.NegativeInfinity;
        foreach (double rate in activities.Values)
        {
            highest = Math.Max(highest, rate);
        }

        double sigma = Regularization * highest;
        double ridge = activities.Rows * (sigma * sigma);
        if (activities.Rows >= activities.Columns)
        {
            ProductOfTransposed(activities, targets, decoders);
            Cholesky.Solve(SymmetricProduct.Of(activities, ridge), decoders, targets.Columns);
        }
        else
        {
            // D = A' (A A' + m sigma^2 I)^-1 Y
            double[] duals = targets.Values.ToArray();
            double[] transposed = Transpose(activities);
            Cholesky.Solve(SymmetricProduct.Of(new(transposed, activities.Columns, activities.Rows), ridge), duals, targets.Columns);
            ProductOfTransposed(activities, new(duals, targets.Rows, targets.Columns), decoders);
        }
    }

    /// <summary>result = a' . b.</summary>
    private static void ProductOfTransposed(MatrixView a, MatrixView b, Span<double> result)
    {
        result.Clear();
        for (int row = 0; row < a.Rows; row++)
        {
            ReadOnlySpan<double> left = a.Row(row);
            ReadOnlySpan<double> right = b.Row(row);
            for (int i = 0; i < left.Length; i++)
            {
                double factor = left[i];
                Span<double> sums = result.Slice(i * right.Length, right.Length);
                for (int j = 0; j < right.Length; j++)
                {
                    sums[j] += factor * right[j];
                }
            }
        }
    }

    private static double[] Transpose(MatrixView matrix)
    {
        var result = new double[matrix.Values.Length];
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int column = 0; column < matrix.Columns; column++)
            {
                result[column * matrix.Rows + row] = matrix[row, column];
            }
        }

        return result;
    }
}
