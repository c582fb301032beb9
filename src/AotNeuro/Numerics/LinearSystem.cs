using System.Runtime.InteropServices;

namespace AotNeuro.Numerics;

/// <summary>
/// A symmetric matrix (its upper triangle) with right sides as further columns, row after row, both padded to whole strips of
/// <see cref="Tile"/>. The right sides take part in products and in the factorisation like any column, which saves them loops
/// of their own.
/// </summary>
internal sealed class LinearSystem
{
    /// <summary>Products are summed in blocks of so many rows: two strips of them fit the first-level cache.</summary>
    private const int BlockDepth = 192;

    private readonly AlignedMemory _memory;

    /// <summary>A system of zeros.</summary>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="sides">Number of right sides.</param>
    public LinearSystem(int size, int sides)
    {
        (Size, Sides) = (size, sides);
        RowStrips = PackedStrips.CountFor(size);
        Strips = RowStrips + PackedStrips.CountFor(sides);
        _memory = new(checked(PaddedSize * Stride));
    }

    /// <summary>Number of unknowns.</summary>
    public int Size { get; }

    /// <summary>Number of right sides.</summary>
    public int Sides { get; }

    /// <summary>Strips of the matrix.</summary>
    public int RowStrips { get; }

    /// <summary>Strips of the matrix and of the right sides.</summary>
    public int Strips { get; }

    /// <summary>Number of rows, and the column at which the right sides begin.</summary>
    public int PaddedSize => RowStrips * Tile.Size;

    /// <summary>Distance of rows.</summary>
    public int Stride => Strips * Tile.Size;

    /// <summary>All rows, <c>[padded size, stride]</c>.</summary>
    public Span<double> Values => _memory.Span;

    /// <summary>The normal equations of <c>matrix . x = sides</c>: matrix' matrix and matrix' sides.</summary>
    public static LinearSystem Normal(MatrixView matrix, MatrixView sides)
    {
        var system = new LinearSystem(matrix.Columns, sides.Columns);
        var packed = new PackedStrips(system.Strips, Math.Min(BlockDepth, matrix.Rows));
        for (int row = 0; row < matrix.Rows; row += BlockDepth)
        {
            int depth = Math.Min(BlockDepth, matrix.Rows - row);
            packed.PackColumns(matrix, row, depth, 0);
            packed.PackColumns(sides, row, depth, system.RowStrips);
            system.AddProduct(packed, 0, depth, 1.0);
        }

        return system;
    }

    /// <summary>The dual equations, with x = matrix' z: matrix matrix' on the left, the sides as they are.</summary>
    public static LinearSystem Dual(MatrixView matrix, MatrixView sides)
    {
        var system = new LinearSystem(matrix.Rows, sides.Columns);
        var packed = new PackedStrips(system.Strips, Math.Min(BlockDepth, matrix.Columns));
        for (int column = 0; column < matrix.Columns; column += BlockDepth)
        {
            int depth = Math.Min(BlockDepth, matrix.Columns - column);
            packed.PackRows(matrix, column, depth);
            system.AddProduct(packed, 0, depth, 1.0);
        }

        for (int row = 0; row < sides.Rows; row++)
        {
            sides.Row(row).CopyTo(system.Values[(row * system.Stride + system.PaddedSize)..]);
        }

        return system;
    }

    /// <summary>Adds to the diagonal; rows of padding become those of the unit matrix.</summary>
    public void AddToDiagonal(double value)
    {
        Span<double> values = Values;
        for (int i = 0; i < PaddedSize; i++)
        {
            values[i * Stride + i] += i < Size ? value : 1.0;
        }
    }

    /// <summary>Adds <c>points * sigma^2</c> to the diagonal, with one sigma for all unknowns or one for each.</summary>
    public void AddNoise(int points, ReadOnlySpan<double> sigma)
    {
        AddToDiagonal(sigma.Length == 1 ? points * (sigma[0] * sigma[0]) : 0.0);
        Span<double> values = Values;
        for (int i = 0; sigma.Length > 1 && i < Size; i++)
        {
            values[i * Stride + i] += points * (sigma[i] * sigma[i]);
        }
    }

    /// <summary>Adds <c>scale * packed' packed</c> from a strip on, to the upper triangle and the right sides.</summary>
    /// <remarks>A strip of rows stays in the first-level cache while those of the columns pass by, along the rows.</remarks>
    /// <param name="packed">Strips for all columns.</param>
    /// <param name="firstStrip">The first strip that takes part.</param>
    /// <param name="depth">Rows of the strips.</param>
    /// <param name="scale">1 or -1.</param>
    public void AddProduct(PackedStrips packed, int firstStrip, int depth, double scale)
    {
        double rows = (RowStrips - firstStrip) * (double)Tile.Size;
        Workers.Share(rows * rows / 2 * depth, (worker, workers) => AddProduct(packed, firstStrip, depth, scale, worker, workers));
    }

    /// <summary>One worker's rows: every so many, since the upper ones are longer.</summary>
    private void AddProduct(PackedStrips packed, int firstStrip, int depth, double scale, int worker, int workers)
    {
        for (int row = firstStrip + worker; row < RowStrips; row += workers)
        {
            ref double left = ref MemoryMarshal.GetReference(packed[row]);
            Span<double> target = Values[(row * Tile.Size * Stride)..];
            for (int column = row; column < Strips; column++)
            {
                ref double right = ref MemoryMarshal.GetReference(packed[column]);
                Tile.AddProduct(ref left, ref right, depth, scale, ref target[column * Tile.Size], Stride);
            }
        }
    }
}
