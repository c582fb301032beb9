using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>The regularized normal equations, solved as well as decoders that are not negative can.</summary>
internal static class NonNegativeNormalEquations
{
    /// <summary>Minimizes <c>|(A'A + m sigma^2) D - A' max(Y, 0)|</c> over D that are not negative.</summary>
    /// <param name="activities">A, <c>[points, neurons]</c>.</param>
    /// <param name="targets">Y, <c>[points, size]</c>; Nengo, too, takes what is negative for 0.</param>
    /// <param name="sigma">Regularization: one number for all neurons, or one for each.</param>
    /// <param name="decoders">Receives D, <c>[neurons, size]</c>.</param>
    public static void Solve(MatrixView activities, MatrixView targets, ReadOnlySpan<double> sigma, Span<double> decoders)
    {
        double[] clipped = Array.ConvertAll(targets.Values.ToArray(), value => Math.Max(value, 0.0));
        using LinearSystem<double> system = LinearSystem.Normal(activities, new(clipped, targets.Rows, targets.Columns));
        system.AddNoise(activities.Rows, sigma);
        (int n, int d) = (system.Size, system.Sides);
        var matrix = new double[n * n];
        var sides = new double[n * d];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < n; column++)
            {
                matrix[row * n + column] = system.Values[Math.Min(row, column) * system.Stride + Math.Max(row, column)];
            }

            system.Values.Slice(row * system.Stride + system.PaddedSize, d).CopyTo(sides.AsSpan(row * d));
        }

        NonNegativeLeastSquares.Solve(new(matrix, n, n), new(sides, n, d), decoders);
    }
}
