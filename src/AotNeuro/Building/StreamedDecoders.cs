using System.Buffers;
using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>
/// The default solver's equations for large ensembles, with the rates found some points at a time, and found again for the errors: they take
/// less time than memory, 1.6 GB for 10,000 neurons. The sums are those of <see cref="CholeskySolver"/>, bit by bit.
/// </summary>
internal static class StreamedDecoders
{
    /// <summary>Fewer rates than these, 32 MB, are kept.</summary>
    private const long FewestRates = 1 << 22;

    /// <summary>Whether decoders are better found here.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="points">Number of evaluation points.</param>
    /// <param name="neurons">Number of neurons.</param>
    public static bool Suit(Solver solver, int points, int neurons) =>
        solver is LstsqL2 { Solver: CholeskySolver { Transpose: not true } } && points >= neurons && (long)points * neurons >= FewestRates;

    /// <summary>Finds the decoders.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="rates">The rates.</param>
    /// <param name="regularization">The solver's regularization.</param>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <param name="points">Number of points.</param>
    /// <param name="decoders">Receives the decoders, <c>[neurons, columns]</c>.</param>
    /// <param name="watch">Is told of the points, and may cancel.</param>
    /// <returns>Root mean square errors, one per column.</returns>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    /// <exception cref="BuildException">Rates are not finite, or all zero.</exception>
    public static double[] Solve(
        string name, Activities rates, double regularization, double[] targets, int points, double[] decoders, BuildWatch watch)
    {
        int columns = targets.Length / points;
        int n = decoders.Length / columns;
        double[] some = ArrayPool<double>.Shared.Rent(LinearSystem.BlockDepth * n);
        using (var system = new LinearSystem(n, columns))
        {
            double highest = AddRates(rates, new(targets, points, columns), some, system, watch);
            Activities.CheckNotSilent(name, highest != 0.0);
            system.AddNoise(points, [regularization * highest]);
            Cholesky.Solve(system, decoders, watch.Cancellation);
        }

        double[] byColumn = MatrixProducts.Transpose(new(decoders, n, columns));
        var squares = new double[columns];
        for (int first = 0; first < points; first += LinearSystem.BlockDepth)
        {
            watch.Cancellation.ThrowIfCancellationRequested();
            int start = first;
            int count = Math.Min(LinearSystem.BlockDepth, points - first);
            rates.Fill(first, count, some);
            Workers.ForEach((double)count * byColumn.Length, columns, column => squares[column] = DecoderErrors.AddSquares(
                squares[column],
                new(some.AsSpan(0, count * n), count, n),
                new(targets.AsSpan(start * columns, count * columns), count, columns),
                column,
                byColumn.AsSpan(column * n, n)));
        }

        ArrayPool<double>.Shared.Return(some);
        return DecoderErrors.Roots(squares, points);
    }

    /// <summary>Adds all products of rates with each other and with the targets.</summary>
    /// <returns>The highest rate, or what else shows that there are some.</returns>
    private static double AddRates(Activities rates, MatrixView targets, double[] some, LinearSystem system, BuildWatch watch)
    {
        using var packed = new PackedStrips(system.Strips, LinearSystem.BlockDepth);
        double highest = 0.0;
        for (int first = 0; first < targets.Rows; first += LinearSystem.BlockDepth)
        {
            watch.Cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(LinearSystem.BlockDepth, targets.Rows - first);
            rates.Fill(first, count, some);
            var matrix = new MatrixView(some.AsSpan(0, count * system.Size), count, system.Size);
            highest = Math.Max(highest, VectorLoops.Max(matrix.Values));
            system.AddRows(packed, matrix, new(targets.Values.Slice(first * targets.Columns, count * targets.Columns), count, targets.Columns));
            watch.Report(BuildStage.Rates, first + count, targets.Rows);
        }

        return highest;
    }
}
