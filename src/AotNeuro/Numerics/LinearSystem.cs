using System.Numerics;
using System.Runtime.InteropServices;

namespace AotNeuro.Numerics;

/// <summary>Systems of least squares.</summary>
internal static class LinearSystem
{
    /// <summary>Products are summed in blocks of so many rows: two strips of them fit the first-level cache.</summary>
    public const int BlockDepth = 192;

    /// <summary>The normal equations of <c>matrix . x = sides</c>: matrix' matrix and matrix' sides.</summary>
    public static LinearSystem<double> Normal(MatrixView matrix, MatrixView sides)
    {
        var system = new LinearSystem<double>(matrix.Columns, sides.Columns);
        using var packed = new PackedStrips<double>(system.Strips, Math.Min(BlockDepth, matrix.Rows));
        system.AddRows(packed, matrix, sides);
        return system;
    }

    /// <summary>The dual equations, with x = matrix' z: matrix matrix' on the left, the sides as they are.</summary>
    public static LinearSystem<double> Dual(MatrixView matrix, MatrixView sides)
    {
        var system = new LinearSystem<double>(matrix.Rows, sides.Columns);
        using var packed = new PackedStrips<double>(system.Strips, Math.Min(BlockDepth, matrix.Columns));
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
}

/// <summary>
/// A symmetric matrix (its upper triangle) with right sides as further columns, row after row, both padded to whole strips of
/// <see cref="Tile"/>. The right sides take part in products and in the factorisation like any column, which saves them loops
/// of their own.
/// </summary>
/// <typeparam name="T">Double or float.</typeparam>
internal sealed class LinearSystem<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Strips of rows that take part in turn.</summary>
    private const int RowsOfGroup = 16;

    /// <summary>Two narrow strips make a tile.</summary>
    private const int RowsOfTile = 16;

    private readonly AlignedMemory<T> _memory;

    /// <summary>A system of zeros.</summary>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="sides">Number of right sides.</param>
    public LinearSystem(int size, int sides)
    {
        (Size, Sides) = (size, sides);
        RowStrips = PackedStrips<T>.CountFor(size);
        Strips = RowStrips + PackedStrips<T>.CountFor(sides);
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

    /// <summary>Columns of a strip.</summary>
    private static int Width => PackedStrips<T>.Width;

    /// <summary>Number of rows, and the column at which the right sides begin.</summary>
    public int PaddedSize => RowStrips * Width;

    /// <summary>Distance of rows.</summary>
    public int Stride => Strips * Width;

    /// <summary>All rows, <c>[padded size, stride]</c>.</summary>
    public Span<T> Values => _memory.Span;

    /// <summary>Gives the memory back; the system is not used any more.</summary>
    public void Dispose() => _memory.Dispose();

    /// <summary>Adds to the normal equations those of further rows of matrix and sides.</summary>
    /// <param name="packed">Room for the rows, or for as many as a block has.</param>
    /// <param name="matrix">Rows of the matrix; as many as whole blocks, but for the last rows of all.</param>
    /// <param name="sides">Their right sides.</param>
    public void AddRows(PackedStrips<T> packed, MatrixView matrix, MatrixView sides)
    {
        for (int row = 0; row < matrix.Rows; row += LinearSystem.BlockDepth)
        {
            int depth = Math.Min(LinearSystem.BlockDepth, matrix.Rows - row);
            packed.PackColumns(matrix, row, depth, 0);
            packed.PackColumns(sides, row, depth, RowStrips);
            AddProduct(packed, 0, depth, T.One);
        }
    }

    /// <summary>Adds to the diagonal; rows of padding become those of the unit matrix.</summary>
    public void AddToDiagonal(double value)
    {
        Span<T> values = Values;
        for (int i = 0; i < PaddedSize; i++)
        {
            values[i * Stride + i] += i < Size ? T.CreateTruncating(value) : T.One;
        }
    }

    /// <summary>Adds <c>points * sigma^2</c> to the diagonal, with one sigma for all unknowns or one for each.</summary>
    public void AddNoise(int points, ReadOnlySpan<double> sigma)
    {
        AddToDiagonal(sigma.Length == 1 ? points * (sigma[0] * sigma[0]) : 0.0);
        Span<T> values = Values;
        for (int i = 0; sigma.Length > 1 && i < Size; i++)
        {
            values[i * Stride + i] += T.CreateTruncating(points * (sigma[i] * sigma[i]));
        }
    }

    /// <summary>Adds <c>scale * packed' packed</c> from a strip on, to the upper triangle and the right sides.</summary>
    /// <remarks>
    /// A strip of columns stays in the first-level cache while a group of those of the rows passes by, which stays in the second-level cache
    /// while all columns do.
    /// </remarks>
    /// <param name="packed">Strips for all columns.</param>
    /// <param name="firstStrip">The first strip that takes part.</param>
    /// <param name="depth">Rows of the strips.</param>
    /// <param name="scale">1 or -1.</param>
    public void AddProduct(PackedStrips<T> packed, int firstStrip, int depth, T scale)
    {
        double rows = (RowStrips - firstStrip) * (double)Width;
        int groups = (RowStrips - firstStrip + RowsOfGroup - 1) / RowsOfGroup;
        Workers.ForEach(rows * rows / 2 * depth, groups, group => AddGroup(packed, firstStrip + group * RowsOfGroup, depth, scale));
    }

    /// <summary>The rows of a group of strips, from the diagonal on.</summary>
    private void AddGroup(PackedStrips<T> packed, int firstRow, int depth, T scale)
    {
        int end = Math.Min(firstRow + RowsOfGroup, RowStrips);
        Span<T> values = Values;
        for (int column = firstRow; column < Strips; column++)
        {
            ref T right = ref MemoryMarshal.GetReference(packed[column]);
            for (int row = firstRow; row < end && row <= column; row++)
            {
                ref T left = ref MemoryMarshal.GetReference(packed[row]);
                ref T target = ref values[row * Width * Stride + column * Width];
                if (Width * 2 == RowsOfTile && row + 1 < end && row < column)
                {
                    row++;
                    Tile.Prefetch(ref target, Stride, RowsOfTile);
                    Tile.AddProduct(ref left, ref MemoryMarshal.GetReference(packed[row]), ref right, depth, scale, ref target, Stride);
                }
                else
                {
                    Tile.Prefetch(ref target, Stride, Width);
                    Tile.AddProduct(ref left, ref right, depth, scale, ref target, Stride);
                }
            }
        }
    }
}
