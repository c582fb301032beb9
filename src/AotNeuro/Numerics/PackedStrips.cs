using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>
/// Part of a matrix as strips of eight columns, each contiguous as <c>[depth, 8]</c>: what <see cref="Tile"/> reads as either
/// operand. Missing columns of the last strip are zeros.
/// </summary>
/// <param name="count">Number of strips.</param>
/// <param name="maxDepth">Rows of a strip at most.</param>
internal sealed class PackedStrips(int count, int maxDepth) : IDisposable
{
    private readonly AlignedMemory _memory = new(checked(count * maxDepth * Tile.Size));

    /// <summary>One strip.</summary>
    public Span<double> this[int strip] => _memory.Span.Slice(strip * maxDepth * Tile.Size, maxDepth * Tile.Size);

    /// <summary>Number of strips for so many columns.</summary>
    public static int CountFor(int columns) => (columns + Tile.Size - 1) / Tile.Size;

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
        for (int column = 0; column < matrix.Columns; column += Tile.Size)
        {
            Span<double> strip = this[firstStrip + column / Tile.Size];
            if (matrix.Columns - column >= Tile.Size)
            {
                CopyWholeStrip(rows[column..], matrix.Columns, depth, strip);
                continue;
            }

            for (int k = 0; k < depth; k++)
            {
                rows.Slice(k * matrix.Columns + column, matrix.Columns - column).CopyTo(strip.Slice(k * Tile.Size, Tile.Size));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyWholeStrip(ReadOnlySpan<double> rows, int stride, int depth, Span<double> strip)
    {
        _ = rows[(depth - 1) * stride + Tile.Size - 1];
        _ = strip[depth * Tile.Size - 1];
        ref double source = ref MemoryMarshal.GetReference(rows);
        ref double target = ref MemoryMarshal.GetReference(strip);
        for (int k = 0; k < depth; k++)
        {
            Vector512.LoadUnsafe(ref source, (nuint)k * (nuint)stride).StoreUnsafe(ref target, (nuint)(k * Tile.Size));
        }
    }

    /// <summary>Takes some columns of a matrix, transposed: its rows become the strips' columns.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="firstColumn">The first column.</param>
    /// <param name="depth">Number of columns.</param>
    public void PackRows(MatrixView matrix, int firstColumn, int depth)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            Span<double> strip = this[row / Tile.Size][(row % Tile.Size)..];
            ReadOnlySpan<double> source = matrix.Row(row).Slice(firstColumn, depth);
            for (int k = 0; k < depth; k++)
            {
                strip[k * Tile.Size] = source[k];
            }
        }
    }
}
