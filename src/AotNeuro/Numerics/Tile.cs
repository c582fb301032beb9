using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AotNeuro.Numerics;

/// <summary>
/// The inner loop of products and factorisations: a tile of 8 x 8 sums, held in registers, of products of two strips
/// (see <see cref="PackedStrips"/>).
/// </summary>
/// <remarks>
/// A lane is an element of the result, summed by itself in order of depth. So the bits do not depend on the vectors' width, and each
/// machine uses what it has: eight accumulators of 512 bits, or twice eight of 256. Nothing is fused. One column of vectors, and not
/// a squarer tile, because the processor then reads the left factor as an operand of the multiplication: two columns measured 30 % slower.
/// The loops are compiled with all optimisations at once, as most of a model's first build is spent in them.
/// </remarks>
internal static class Tile
{
    /// <summary>Rows and columns of a tile; the width of a strip.</summary>
    public const int Size = 8;

    /// <summary><c>target[i, j] += scale * sum over k of left[k, i] * right[k, j]</c>.</summary>
    /// <param name="left">The start of a strip, <c>[depth, 8]</c>.</param>
    /// <param name="right">The start of a strip, <c>[depth, 8]</c>.</param>
    /// <param name="depth">Number of products per sum.</param>
    /// <param name="scale">1 or -1.</param>
    /// <param name="target">The tile's first element in a matrix.</param>
    /// <param name="stride">Distance of that matrix's rows.</param>
    public static void AddProduct(ref double left, ref double right, int depth, double scale, ref double target, int stride)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddProduct512(ref left, ref right, depth, scale, ref target, stride);
        }
        else
        {
            AddProduct256(ref left, ref right, depth, scale, ref target, stride);
            AddProduct256(ref left, ref Unsafe.Add(ref right, Size / 2), depth, scale, ref Unsafe.Add(ref target, Size / 2), stride);
        }
    }

    /// <summary>
    /// Asks for a tile that is about to be added to: rows of large matrices are pages apart, and come from memory while the sums are made.
    /// </summary>
    /// <param name="target">The tile's first element in a matrix.</param>
    /// <param name="stride">Distance of that matrix's rows.</param>
    public static unsafe void Prefetch(ref double target, int stride)
    {
        for (int row = 0; Sse.IsSupported && row < Size; row++)
        {
            // An address is all that is needed; nothing goes wrong if the array moves.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref target, row * (nint)stride)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProduct512(ref double left, ref double right, int depth, double scale, ref double target, int stride)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector512<double> s4 = default, s5 = default, s6 = default, s7 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector512<double> row = Vector512.LoadUnsafe(ref right);
            s0 += Vector512.Create(left) * row;
            s1 += Vector512.Create(Unsafe.Add(ref left, 1)) * row;
            s2 += Vector512.Create(Unsafe.Add(ref left, 2)) * row;
            s3 += Vector512.Create(Unsafe.Add(ref left, 3)) * row;
            s4 += Vector512.Create(Unsafe.Add(ref left, 4)) * row;
            s5 += Vector512.Create(Unsafe.Add(ref left, 5)) * row;
            s6 += Vector512.Create(Unsafe.Add(ref left, 6)) * row;
            s7 += Vector512.Create(Unsafe.Add(ref left, 7)) * row;
            left = ref Unsafe.Add(ref left, Size);
            right = ref Unsafe.Add(ref right, Size);
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
    private static void Add(Vector512<double> sum, ref double target, nint offset = 0)
    {
        ref double row = ref Unsafe.Add(ref target, offset);
        (Vector512.LoadUnsafe(ref row) + sum).StoreUnsafe(ref row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProduct256(ref double left, ref double right, int depth, double scale, ref double target, int stride)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector256<double> s4 = default, s5 = default, s6 = default, s7 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector256<double> row = Vector256.LoadUnsafe(ref right);
            s0 += Vector256.Create(left) * row;
            s1 += Vector256.Create(Unsafe.Add(ref left, 1)) * row;
            s2 += Vector256.Create(Unsafe.Add(ref left, 2)) * row;
            s3 += Vector256.Create(Unsafe.Add(ref left, 3)) * row;
            s4 += Vector256.Create(Unsafe.Add(ref left, 4)) * row;
            s5 += Vector256.Create(Unsafe.Add(ref left, 5)) * row;
            s6 += Vector256.Create(Unsafe.Add(ref left, 6)) * row;
            s7 += Vector256.Create(Unsafe.Add(ref left, 7)) * row;
            left = ref Unsafe.Add(ref left, Size);
            right = ref Unsafe.Add(ref right, Size);
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
    private static void Add(Vector256<double> sum, ref double target, nint offset = 0)
    {
        ref double row = ref Unsafe.Add(ref target, offset);
        (Vector256.LoadUnsafe(ref row) + sum).StoreUnsafe(ref row);
    }
}
