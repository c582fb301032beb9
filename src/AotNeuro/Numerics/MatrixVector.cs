using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.CompilerServices;

namespace AotNeuro.Numerics;

/// <summary>
/// Products of a matrix and a vector in a step. Each row is summed in eight lanes, as <see cref="VectorLoops.Dot"/> does; four rows go side by side, since
/// an addition waits four cycles for the one before it.
/// </summary>
internal static class MatrixVector
{
    private const int Rows = 4;
    private const int LaneCount = 8;

    /// <summary><c>target = matrix . source</c>.</summary>
    /// <param name="matrix">Rows of the source's length, one for each target.</param>
    /// <param name="source">The vector.</param>
    /// <param name="target">Receives the product.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> source, Span<double> target)
    {
        int length = source.Length;
        int row = 0;
        for (; row <= target.Length - Rows; row += Rows)
        {
            ref double first = ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), (nint)row * length);
            MultiplyFour(ref first, source, target.Slice(row, Rows));
        }

        if (row <= target.Length - 2)
        {
            MultiplyTwo(ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), (nint)row * length), source, target.Slice(row, 2));
            row += 2;
        }

        for (; row < target.Length; row++)
        {
            target[row] = VectorLoops.Dot(matrix.Slice(row * length, length), source);
        }
    }

    /// <summary><c>target = matrix . source</c> with a matrix in single precision; products and sums are doubles.</summary>
    /// <inheritdoc cref="Multiply(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<float> matrix, ReadOnlySpan<double> source, Span<double> target)
    {
        int length = source.Length;
        ref float first = ref MemoryMarshal.GetReference(matrix);
        int row = 0;
        for (; row <= target.Length - Rows; row += Rows)
        {
            MultiplyFour(ref Unsafe.Add(ref first, (nint)row * length), source, target.Slice(row, Rows));
        }

        for (; row < target.Length; row++)
        {
            target[row] = Dot(ref Unsafe.Add(ref first, (nint)row * length), source);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyFour(ref double first, ReadOnlySpan<double> source, Span<double> target)
    {
        ref double x = ref MemoryMarshal.GetReference(source);
        nuint length = (nuint)source.Length;
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> a = default, b = default, c = default, d = default;
            for (; i + LaneCount <= length; i += LaneCount)
            {
                Vector512<double> values = Vector512.LoadUnsafe(ref x, i);
                a += Vector512.LoadUnsafe(ref first, i) * values;
                b += Vector512.LoadUnsafe(ref first, length + i) * values;
                c += Vector512.LoadUnsafe(ref first, 2 * length + i) * values;
                d += Vector512.LoadUnsafe(ref first, 3 * length + i) * values;
            }

            (target[0], target[1], target[2], target[3]) = (Lanes.Sum(a), Lanes.Sum(b), Lanes.Sum(c), Lanes.Sum(d));
        }
        else
        {
            Vector256<double> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
            for (; i + LaneCount <= length; i += LaneCount)
            {
                Vector256<double> low = Vector256.LoadUnsafe(ref x, i);
                Vector256<double> high = Vector256.LoadUnsafe(ref x, i + 4);
                a += Vector256.LoadUnsafe(ref first, i) * low;
                b += Vector256.LoadUnsafe(ref first, i + 4) * high;
                c += Vector256.LoadUnsafe(ref first, length + i) * low;
                d += Vector256.LoadUnsafe(ref first, length + i + 4) * high;
                e += Vector256.LoadUnsafe(ref first, 2 * length + i) * low;
                f += Vector256.LoadUnsafe(ref first, 2 * length + i + 4) * high;
                g += Vector256.LoadUnsafe(ref first, 3 * length + i) * low;
                h += Vector256.LoadUnsafe(ref first, 3 * length + i + 4) * high;
            }

            (target[0], target[1], target[2], target[3]) = (Lanes.Sum(a, b), Lanes.Sum(c, d), Lanes.Sum(e, f), Lanes.Sum(g, h));
        }

        for (; i < length; i++)
        {
            for (int row = 0; row < Rows; row++)
            {
                target[row] += Unsafe.Add(ref first, (nuint)row * length + i) * Unsafe.Add(ref x, i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyTwo(ref double first, ReadOnlySpan<double> source, Span<double> target)
    {
        ref double x = ref MemoryMarshal.GetReference(source);
        nuint length = (nuint)source.Length;
        Vector256<double> a = default, b = default, c = default, d = default;
        nuint i = 0;
        for (; i + LaneCount <= length; i += LaneCount)
        {
            Vector256<double> low = Vector256.LoadUnsafe(ref x, i);
            Vector256<double> high = Vector256.LoadUnsafe(ref x, i + 4);
            a += Vector256.LoadUnsafe(ref first, i) * low;
            b += Vector256.LoadUnsafe(ref first, i + 4) * high;
            c += Vector256.LoadUnsafe(ref first, length + i) * low;
            d += Vector256.LoadUnsafe(ref first, length + i + 4) * high;
        }

        (target[0], target[1]) = (Lanes.Sum(a, b), Lanes.Sum(c, d));
        for (; i < length; i++)
        {
            target[0] += Unsafe.Add(ref first, i) * Unsafe.Add(ref x, i);
            target[1] += Unsafe.Add(ref first, length + i) * Unsafe.Add(ref x, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyFour(ref float first, ReadOnlySpan<double> source, Span<double> target)
    {
        ref double x = ref MemoryMarshal.GetReference(source);
        nuint length = (nuint)source.Length;
        Vector256<double> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        nuint i = 0;
        for (; i + LaneCount <= length; i += LaneCount)
        {
            Vector256<double> low = Vector256.LoadUnsafe(ref x, i);
            Vector256<double> high = Vector256.LoadUnsafe(ref x, i + 4);
            Add(Vector256.LoadUnsafe(ref first, i), low, high, ref a, ref b);
            Add(Vector256.LoadUnsafe(ref first, length + i), low, high, ref c, ref d);
            Add(Vector256.LoadUnsafe(ref first, 2 * length + i), low, high, ref e, ref f);
            Add(Vector256.LoadUnsafe(ref first, 3 * length + i), low, high, ref g, ref h);
        }

        (target[0], target[1], target[2], target[3]) = (Lanes.Sum(a, b), Lanes.Sum(c, d), Lanes.Sum(e, f), Lanes.Sum(g, h));
        for (; i < length; i++)
        {
            for (int row = 0; row < Rows; row++)
            {
                target[row] += Unsafe.Add(ref first, (nuint)row * length + i) * Unsafe.Add(ref x, i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<float> row, Vector256<double> low, Vector256<double> high, ref Vector256<double> sumLow, ref Vector256<double> sumHigh)
    {
        sumLow += Vector256.WidenLower(row) * low;
        sumHigh += Vector256.WidenUpper(row) * high;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ref float row, ReadOnlySpan<double> source)
    {
        Vector256<double> low = default;
        Vector256<double> high = default;
        ref double x = ref MemoryMarshal.GetReference(source);
        int i = 0;
        for (; i <= source.Length - LaneCount; i += LaneCount)
        {
            Add(
                Vector256.LoadUnsafe(ref row, (nuint)i),
                Vector256.LoadUnsafe(ref x, (nuint)i),
                Vector256.LoadUnsafe(ref x, (nuint)i + 4),
                ref low,
                ref high);
        }

        double sum = Lanes.Sum(low, high);
        for (; i < source.Length; i++)
        {
            sum += Unsafe.Add(ref row, i) * source[i];
        }

        return sum;
    }
}
