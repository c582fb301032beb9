using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>
/// The product of a matrix's transpose with itself, upper triangle only. A vector's lanes are different elements of the result and every
/// element is summed in the order of the rows, so that the bits do not depend on the width of the vectors.
/// </summary>
internal static class SymmetricProduct
{
    /// <summary>Columns per panel: what a tile of the result is wide.</summary>
    public const int Panel = 8;

    private const int TileRows = 4;
    private const int RowsAtOnce = 256;

    /// <summary>a'a + ridge I.</summary>
    public static SquareMatrix Of(MatrixView a, double ridge)
    {
        var result = new SquareMatrix(a.Columns);
        var packed = new double[Math.Min(RowsAtOnce, a.Rows) * result.Stride];
        for (int first = 0; first < a.Rows; first += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, a.Rows - first);
            Pack(a.Values.Slice(first * a.Columns), a.Columns, count, a.Columns, 0, packed);
            Accumulate(packed, count, result, 0, isSubtracted: false);
        }

        for (int i = 0; i < result.Size; i++)
        {
            result[i, i] += ridge;
        }

        return result;
    }

    /// <summary>
    /// Copies columns of rows into panels, <c>[panel][row][8]</c>; the columns that pad the last panel are 0.
    /// </summary>
    public static void Pack(ReadOnlySpan<double> rows, int stride, int count, int columns, int firstColumn, Span<double> packed)
    {
        int at = 0;
        for (int column = firstColumn; column < columns; column += Panel)
        {
            int width = Math.Min(Panel, columns - column);
            for (int row = 0; row < count; row++, at += Panel)
            {
                Span<double> target = packed.Slice(at, Panel);
                target.Slice(width).Clear();
                rows.Slice(row * stride + column, width).CopyTo(target);
            }
        }
    }

    /// <summary>Adds p'p to, or subtracts it from, the part of the result right of and below a multiple of 8.</summary>
    public static void Accumulate(ReadOnlySpan<double> packed, int count, SquareMatrix result, int firstColumn, bool isSubtracted)
    {
        ref double panels = ref MemoryMarshal.GetReference(packed);
        int panelSize = count * Panel;
        for (int i = firstColumn; i < result.Stride; i += TileRows)
        {
            int own = (i - firstColumn) / Panel;
            ref double left = ref Unsafe.Add(ref panels, own * panelSize + i % Panel);
            for (int j = firstColumn + own * Panel; j < result.Stride; j += Panel)
            {
                ref double right = ref Unsafe.Add(ref panels, (j - firstColumn) / Panel * panelSize);
                AddTile(ref left, ref right, count, ref result[i, j], result.Stride, isSubtracted);
            }
        }
    }

    /// <summary>A tile of 4 rows and 8 columns: eight vectors of sums that stay in registers.</summary>
    private static void AddTile(ref double left, ref double right, int count, ref double result, int stride, bool isSubtracted)
    {
        Vector256<double> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (nint row = 0; row < count; row++)
        {
            ref double l = ref Unsafe.Add(ref left, row * Panel);
            ref double r = ref Unsafe.Add(ref right, row * Panel);
            Vector256<double> low = Vector256.LoadUnsafe(ref r);
            Vector256<double> high = Vector256.LoadUnsafe(ref r, 4);
            Vector256<double> factor = Vector256.Create(l);
            a0 += factor * low;
            b0 += factor * high;
            factor = Vector256.Create(Unsafe.Add(ref l, 1));
            a1 += factor * low;
            b1 += factor * high;
            factor = Vector256.Create(Unsafe.Add(ref l, 2));
            a2 += factor * low;
            b2 += factor * high;
            factor = Vector256.Create(Unsafe.Add(ref l, 3));
            a3 += factor * low;
            b3 += factor * high;
        }

        AddRow(ref result, a0, b0, isSubtracted);
        AddRow(ref Unsafe.Add(ref result, stride), a1, b1, isSubtracted);
        AddRow(ref Unsafe.Add(ref result, 2 * stride), a2, b2, isSubtracted);
        AddRow(ref Unsafe.Add(ref result, 3 * stride), a3, b3, isSubtracted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ref double row, Vector256<double> low, Vector256<double> high, bool isSubtracted)
    {
        Vector256<double> sign = Vector256.Create(isSubtracted ? -1.0 : 1.0);
        Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref row) + sign * low, ref row);
        Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref row, 4) + sign * high, ref row, 4);
    }
}
