using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>
/// Part of a matrix as strips of columns, eight doubles or sixteen floats wide, each contiguous as <c>[depth, width]</c>: what <see cref="Tile"/> reads as either
/// operand. Missing columns of the last strip are zeros.
/// </summary>
/// <param name="count">Number of strips.</param>
/// <param name="maxDepth">Rows of a strip at most.</param>
/// <typeparam name="T">Double or float.</typeparam>
internal sealed class PackedStrips<T>(int count, int maxDepth) : IDisposable
    where T : unmanaged
{
    private readonly AlignedMemory<T> _memory = new(checked(count * maxDepth * Width));

    /// <summary>Columns of a strip.</summary>
    public static int Width => Vector512<T>.Count;

    /// <summary>One strip.</summary>
    public Span<T> this[int strip] => _memory.Span.Slice(strip * maxDepth * Width, maxDepth * Width);

    /// <summary>Number of strips for so many columns.</summary>
    public static int CountFor(int columns) => (columns + Width - 1) / Width;

    /// <summary>Gives the memory back; the strips are not used any more.</summary>
    public void Dispose() => _memory.Dispose();

    /// <summary>Takes some rows of a matrix; its columns begin at a strip.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="depth">Number of rows.</param>
    /// <param name="firstStrip">The strip that column 0 goes to.</param>
    public void PackColumns(MatrixView matrix, int firstRow, int depth, int firstStrip)
    {
        ReadOnlySpan<double> rows = matrix.Values.Slice(firstRow * matrix.Columns, depth * matrix.Columns);
        for (int column = 0; column < matrix.Columns; column += Width)
        {
            Span<T> strip = this[firstStrip + column / Width];
            if (matrix.Columns - column >= Width)
            {
                CopyWholeStrip(rows[column..], matrix.Columns, depth, strip);
                continue;
            }

            for (int k = 0; k < depth; k++)
            {
                for (int i = column; i < matrix.Columns; i++)
                {
                    strip[k * Width + i - column] = Round(rows[k * matrix.Columns + i]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyWholeStrip(ReadOnlySpan<double> rows, int stride, int depth, Span<T> strip)
    {
        _ = rows[(depth - 1) * stride + Width - 1];
        _ = strip[depth * Width - 1];
        ref double source = ref MemoryMarshal.GetReference(rows);
        ref T target = ref MemoryMarshal.GetReference(strip);
        for (int k = 0; k < depth; k++)
        {
            Vector512<double> first = Vector512.LoadUnsafe(ref source, (nuint)k * (nuint)stride);
            Vector512<T> row = typeof(T) == typeof(double)
                ? first.As<double, T>()
                : Vector512.Narrow(first, Vector512.LoadUnsafe(ref source, (nuint)k * (nuint)stride + 8)).As<float, T>();
            row.StoreUnsafe(ref target, (nuint)(k * Width));
        }
    }

    private static T Round(double value) =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(value) : Unsafe.BitCast<float, T>((float)value);

    /// <summary>Takes some columns of a matrix, transposed: its rows become the strips' columns.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="firstColumn">The first column.</param>
    /// <param name="depth">Number of columns.</param>
    public void PackRows(MatrixView matrix, int firstColumn, int depth)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            Span<T> strip = this[row / Width][(row % Width)..];
            ReadOnlySpan<double> source = matrix.Row(row).Slice(firstColumn, depth);
            for (int k = 0; k < depth; k++)
            {
                strip[k * Width] = Round(source[k]);
            }
        }
    }
}
