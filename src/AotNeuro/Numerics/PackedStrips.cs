namespace AotNeuro.Numerics;

/// <summary>
/// Part of a matrix as strips of 16 columns, each contiguous as <c>[depth, 16]</c>: what <see cref="Tile"/> reads as either
/// operand. Missing columns of the last strip are zeros.
/// </summary>
/// <param name="count">Number of strips.</param>
/// <param name="maxDepth">Rows of a strip at most.</param>
internal sealed class PackedStrips(int count, int maxDepth)
{
    private readonly AlignedMemory _memory = new(checked(count * maxDepth * Tile.Columns));

    /// <summary>Number of strips.</summary>
    public int Count { get; } = count;

    /// <summary>Rows of a strip at most.</summary>
    public int MaxDepth { get; } = maxDepth;

    /// <summary>One strip.</summary>
    public Span<double> this[int strip] => _memory.Span.Slice(strip * MaxDepth * Tile.Columns, MaxDepth * Tile.Columns);

    /// <summary>Takes some rows of a matrix; its columns begin at a strip.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="depth">Number of rows.</param>
    /// <param name="firstStrip">The strip that column 0 goes to.</param>
    public void PackColumns(MatrixView matrix, int firstRow, int depth, int firstStrip)
    {
        for (int column = 0; column < matrix.Columns; column += Tile.Columns)
        {
            Span<double> strip = this[firstStrip + column / Tile.Columns];
            int width = Math.Min(Tile.Columns, matrix.Columns - column);
            for (int k = 0; k < depth; k++)
            {
                matrix.Row(firstRow + k).Slice(column, width).CopyTo(strip[(k * Tile.Columns)..]);
            }
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
            Span<double> strip = this[row / Tile.Columns][(row % Tile.Columns)..];
            ReadOnlySpan<double> source = matrix.Row(row).Slice(firstColumn, depth);
            for (int k = 0; k < depth; k++)
            {
                strip[k * Tile.Columns] = source[k];
            }
        }
    }
}
