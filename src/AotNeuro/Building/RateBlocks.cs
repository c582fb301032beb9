using System.Buffers;
using System.Numerics;
using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>The rates of a large ensemble, found some points at a time and as often as they are asked for.</summary>
/// <param name="rates">The rates.</param>
/// <param name="points">Number of points.</param>
/// <param name="neurons">Number of neurons.</param>
/// <param name="watch">Is told of the points, and may cancel.</param>
internal sealed class RateBlocks(Activities rates, int points, int neurons, BuildWatch watch) : IDisposable
{
    /// <summary>Points whose errors a processor takes at a time.</summary>
    private const int PointsOfPart = 16;

    private readonly double[] _some = ArrayPool<double>.Shared.Rent(LinearSystem.BlockDepth * neurons);

    /// <summary>Number of points.</summary>
    public int Points => points;

    /// <summary>Number of neurons.</summary>
    public int Neurons => neurons;

    /// <summary>Stops between blocks.</summary>
    public CancellationToken Cancellation => watch.Cancellation;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<double>.Shared.Return(_some);

    /// <summary>Adds all products of rates with each other and with the targets.</summary>
    /// <param name="system">The system.</param>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <typeparam name="T">Double or float.</typeparam>
    /// <returns>The highest rate, or what else shows that there are some.</returns>
    public double AddTo<T>(LinearSystem<T> system, double[] targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var packed = new PackedStrips<T>(system.Strips, LinearSystem.BlockDepth);
        int columns = targets.Length / points;
        double highest = 0.0;
        ForEach((first, count) =>
        {
            MatrixView matrix = Rates(count);
            highest = Math.Max(highest, VectorLoops.Max(matrix.Values));
            system.AddRows(packed, matrix, new(targets.AsSpan(first * columns, count * columns), count, columns));
            watch.Report(BuildStage.Rates, first + count, points);
        });
        return highest;
    }

    /// <summary>Finds what decoders give at all points, less what was wanted.</summary>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <param name="decoders">The decoders, <c>[neurons, columns]</c>.</param>
    /// <param name="use">
    /// Is given the errors at some points, <c>[points, columns]</c>, and the rates that they come of, <c>[points, neurons]</c>, block after block.
    /// </param>
    /// <returns>Root mean square errors, one per column.</returns>
    public double[] FindErrors(double[] targets, double[] decoders, BlockUse? use = null)
    {
        int columns = targets.Length / points;
        double[] byColumn = MatrixProducts.Transpose(new(decoders, neurons, columns));
        var errors = new double[LinearSystem.BlockDepth * columns];
        var squares = new double[columns];
        ForEach((first, count) =>
        {
            Workers.ForEach((double)count * byColumn.Length, (count + PointsOfPart - 1) / PointsOfPart, part =>
            {
                for (int i = part * PointsOfPart * columns; i < Math.Min((part + 1) * PointsOfPart, count) * columns; i++)
                {
                    (int point, int column) = Math.DivRem(i, columns);
                    ReadOnlySpan<double> decoder = byColumn.AsSpan(column * neurons, neurons);
                    errors[i] = VectorLoops.Dot(Rates(count).Row(point), decoder) - targets[first * columns + i];
                }
            });
            for (int i = 0; i < count * columns; i++)
            {
                squares[i % columns] += errors[i] * errors[i];
            }

            use?.Invoke(new(errors.AsSpan(0, count * columns), count, columns), Rates(count));
        });
        return DecoderErrors.Roots(squares, points);
    }

    /// <summary>Finds the rates of all points, block after block.</summary>
    /// <param name="use">Is given the first point of a block, and their number.</param>
    private void ForEach(Action<int, int> use)
    {
        for (int first = 0; first < points; first += LinearSystem.BlockDepth)
        {
            watch.Cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(LinearSystem.BlockDepth, points - first);
            rates.Fill(first, count, _some);
            use(first, count);
        }
    }

    /// <summary>The rates of this block.</summary>
    private MatrixView Rates(int count) => new(_some.AsSpan(0, count * neurons), count, neurons);

    /// <summary>Takes errors and rates.</summary>
    public delegate void BlockUse(MatrixView errors, MatrixView rates);
}
