using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AotNeuro.Numerics;

/// <summary>
/// The inner loop of products and factorisations: a tile of sums, held in registers, of products of two strips
/// (see <see cref="PackedStrips{T}"/>). A strip is as wide as a vector of 512 bits, 8 doubles or 16 floats.
/// </summary>
/// <remarks>
/// A lane is an element of the result, summed by itself in order of depth. So the bits do not depend on the vectors' width or the tile's
/// rows, and each machine uses what it has. Nothing is fused. One column of vectors, and not a squarer tile, because the processor then
/// reads the left factor as an operand of the multiplication: two columns measured 30 % slower. Sixteen rows, because the one vector
/// loaded is then a seventeenth of what is read: they measured 98 % of the processor's limit, eight 80 %.
/// The loops are compiled with all optimisations at once, as most of a model's first build is spent in them.
/// </remarks>
internal static class Tile
{
    /// <summary>Rows of the smaller tile.</summary>
    private const int Rows = 8;

    /// <summary>
    /// <c>target[i, j] += scale * sum over k of left[k, i] * right[k, j]</c> for all of two strips.
    /// </summary>
    /// <param name="left">The start of a strip, <c>[depth, width]</c>.</param>
    /// <param name="right">The start of a strip, <c>[depth, width]</c>.</param>
    /// <param name="depth">Number of products per sum.</param>
    /// <param name="scale">1 or -1.</param>
    /// <param name="target">The tile's first element in a matrix.</param>
    /// <param name="stride">Distance of that matrix's rows.</param>
    /// <typeparam name="T">Double or float.</typeparam>
    public static void AddProduct<T>(ref T left, ref T right, int depth, T scale, ref T target, int stride)
        where T : unmanaged
    {
        if (Vector512<T>.Count == Rows)
        {
            AddRows(ref left, ref right, depth, scale, ref target, stride);
        }
        else
        {
            AddProduct(ref left, ref Unsafe.Add(ref left, Rows), ref right, depth, scale, ref target, stride);
        }
    }

    /// <summary>The same for eight columns each of two left strips, or of both halves of one: sixteen rows of the target.</summary>
    /// <inheritdoc cref="AddProduct{T}(ref T, ref T, int, T, ref T, int)"/>
    public static void AddProduct<T>(ref T left, ref T second, ref T right, int depth, T scale, ref T target, int stride)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddTwice512(ref left, ref second, ref right, depth, scale, ref target, stride);
        }
        else
        {
            AddRows(ref left, ref right, depth, scale, ref target, stride);
            AddRows(ref second, ref right, depth, scale, ref Unsafe.Add(ref target, Rows * (nint)stride), stride);
        }
    }

    private static void AddRows<T>(ref T left, ref T right, int depth, T scale, ref T target, int stride)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Add512(ref left, ref right, depth, scale, ref target, stride);
        }
        else
        {
            int half = Vector256<T>.Count;
            Add256(ref left, ref right, depth, scale, ref target, stride);
            Add256(ref left, ref Unsafe.Add(ref right, half), depth, scale, ref Unsafe.Add(ref target, half), stride);
        }
    }

    /// <summary><c>target -= factor * row</c>, one row of a strip.</summary>
    public static void SubtractScaled<T>(T factor, ref T row, ref T target)
        where T : unmanaged
    {
        nuint half = (nuint)Vector256<T>.Count;
        (Vector256.LoadUnsafe(ref target) - factor * Vector256.LoadUnsafe(ref row)).StoreUnsafe(ref target);
        (Vector256.LoadUnsafe(ref target, half) - factor * Vector256.LoadUnsafe(ref row, half)).StoreUnsafe(ref target, half);
    }

    /// <summary><c>target *= factor</c>, one row of a strip.</summary>
    public static void Scale<T>(T factor, ref T target)
        where T : unmanaged
    {
        nuint half = (nuint)Vector256<T>.Count;
        (factor * Vector256.LoadUnsafe(ref target)).StoreUnsafe(ref target);
        (factor * Vector256.LoadUnsafe(ref target, half)).StoreUnsafe(ref target, half);
    }

    /// <summary>
    /// Asks for rows that are about to be added to: those of large matrices are pages apart, and come from memory while the sums are made.
    /// </summary>
    /// <param name="target">The tile's first element in a matrix.</param>
    /// <param name="stride">Distance of that matrix's rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <typeparam name="T">Double or float.</typeparam>
    public static unsafe void Prefetch<T>(ref T target, int stride, int rows)
        where T : unmanaged
    {
        for (int row = 0; Sse.IsSupported && row < rows; row++)
        {
            // An address is all that is needed; nothing goes wrong if the array moves.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref target, row * (nint)stride)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTwice512<T>(ref T left, ref T second, ref T right, int depth, T scale, ref T target, int stride)
        where T : unmanaged
    {
        Vector512<T> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<T> s4 = default, s5 = default, s6 = default, s7 = default;
        Vector512<T> u0 = default, u1 = default, u2 = default, u3 = default;
        Vector512<T> u4 = default, u5 = default, u6 = default, u7 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector512<T> row = Vector512.LoadUnsafe(ref right);
            s0 += Vector512.Create(left) * row;
            s1 += Vector512.Create(Unsafe.Add(ref left, 1)) * row;
            s2 += Vector512.Create(Unsafe.Add(ref left, 2)) * row;
            s3 += Vector512.Create(Unsafe.Add(ref left, 3)) * row;
            s4 += Vector512.Create(Unsafe.Add(ref left, 4)) * row;
            s5 += Vector512.Create(Unsafe.Add(ref left, 5)) * row;
            s6 += Vector512.Create(Unsafe.Add(ref left, 6)) * row;
            s7 += Vector512.Create(Unsafe.Add(ref left, 7)) * row;
            u0 += Vector512.Create(second) * row;
            u1 += Vector512.Create(Unsafe.Add(ref second, 1)) * row;
            u2 += Vector512.Create(Unsafe.Add(ref second, 2)) * row;
            u3 += Vector512.Create(Unsafe.Add(ref second, 3)) * row;
            u4 += Vector512.Create(Unsafe.Add(ref second, 4)) * row;
            u5 += Vector512.Create(Unsafe.Add(ref second, 5)) * row;
            u6 += Vector512.Create(Unsafe.Add(ref second, 6)) * row;
            u7 += Vector512.Create(Unsafe.Add(ref second, 7)) * row;
            left = ref Unsafe.Add(ref left, Vector512<T>.Count);
            second = ref Unsafe.Add(ref second, Vector512<T>.Count);
            right = ref Unsafe.Add(ref right, Vector512<T>.Count);
        }

        Add(scale * s0, ref target);
        Add(scale * s1, ref target, stride);
        Add(scale * s2, ref target, 2 * (nint)stride);
        Add(scale * s3, ref target, 3 * (nint)stride);
        Add(scale * s4, ref target, 4 * (nint)stride);
        Add(scale * s5, ref target, 5 * (nint)stride);
        Add(scale * s6, ref target, 6 * (nint)stride);
        Add(scale * s7, ref target, 7 * (nint)stride);
        Add(scale * u0, ref target, 8 * (nint)stride);
        Add(scale * u1, ref target, 9 * (nint)stride);
        Add(scale * u2, ref target, 10 * (nint)stride);
        Add(scale * u3, ref target, 11 * (nint)stride);
        Add(scale * u4, ref target, 12 * (nint)stride);
        Add(scale * u5, ref target, 13 * (nint)stride);
        Add(scale * u6, ref target, 14 * (nint)stride);
        Add(scale * u7, ref target, 15 * (nint)stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add512<T>(ref T left, ref T right, int depth, T scale, ref T target, int stride)
        where T : unmanaged
    {
        Vector512<T> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<T> s4 = default, s5 = default, s6 = default, s7 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector512<T> row = Vector512.LoadUnsafe(ref right);
            s0 += Vector512.Create(left) * row;
            s1 += Vector512.Create(Unsafe.Add(ref left, 1)) * row;
            s2 += Vector512.Create(Unsafe.Add(ref left, 2)) * row;
            s3 += Vector512.Create(Unsafe.Add(ref left, 3)) * row;
            s4 += Vector512.Create(Unsafe.Add(ref left, 4)) * row;
            s5 += Vector512.Create(Unsafe.Add(ref left, 5)) * row;
            s6 += Vector512.Create(Unsafe.Add(ref left, 6)) * row;
            s7 += Vector512.Create(Unsafe.Add(ref left, 7)) * row;
            left = ref Unsafe.Add(ref left, Vector512<T>.Count);
            right = ref Unsafe.Add(ref right, Vector512<T>.Count);
        }

        Add(scale * s0, ref target);
        Add(scale * s1, ref target, stride);
        Add(scale * s2, ref target, 2 * (nint)stride);
        Add(scale * s3, ref target, 3 * (nint)stride);
        Add(scale * s4, ref target, 4 * (nint)stride);
        Add(scale * s5, ref target, 5 * (nint)stride);
        Add(scale * s6, ref target, 6 * (nint)stride);
        Add(scale * s7, ref target, 7 * (nint)stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(Vector512<T> sum, ref T target, nint offset = 0)
        where T : unmanaged
    {
        ref T row = ref Unsafe.Add(ref target, offset);
        (Vector512.LoadUnsafe(ref row) + sum).StoreUnsafe(ref row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add256<T>(ref T left, ref T right, int depth, T scale, ref T target, int stride)
        where T : unmanaged
    {
        Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector256<T> s4 = default, s5 = default, s6 = default, s7 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector256<T> row = Vector256.LoadUnsafe(ref right);
            s0 += Vector256.Create(left) * row;
            s1 += Vector256.Create(Unsafe.Add(ref left, 1)) * row;
            s2 += Vector256.Create(Unsafe.Add(ref left, 2)) * row;
            s3 += Vector256.Create(Unsafe.Add(ref left, 3)) * row;
            s4 += Vector256.Create(Unsafe.Add(ref left, 4)) * row;
            s5 += Vector256.Create(Unsafe.Add(ref left, 5)) * row;
            s6 += Vector256.Create(Unsafe.Add(ref left, 6)) * row;
            s7 += Vector256.Create(Unsafe.Add(ref left, 7)) * row;
            left = ref Unsafe.Add(ref left, Vector512<T>.Count);
            right = ref Unsafe.Add(ref right, Vector512<T>.Count);
        }

        Add(scale * s0, ref target);
        Add(scale * s1, ref target, stride);
        Add(scale * s2, ref target, 2 * (nint)stride);
        Add(scale * s3, ref target, 3 * (nint)stride);
        Add(scale * s4, ref target, 4 * (nint)stride);
        Add(scale * s5, ref target, 5 * (nint)stride);
        Add(scale * s6, ref target, 6 * (nint)stride);
        Add(scale * s7, ref target, 7 * (nint)stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(Vector256<T> sum, ref T target, nint offset = 0)
        where T : unmanaged
    {
        ref T row = ref Unsafe.Add(ref target, offset);
        (Vector256.LoadUnsafe(ref row) + sum).StoreUnsafe(ref row);
    }
}
