using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>
/// The inner loop of products and factorisations: a tile of 4 x 16 sums, held in registers, of products of two strips.
/// </summary>
/// <remarks>
/// A lane is an element of the result, summed in order of depth by itself. So the bits do not depend on the vectors' width, and
/// each machine uses what it has: 8 accumulators of 512 bits, or twice 8 of 256. Nothing is fused: a multiplication and an
/// addition per product.
/// </remarks>
internal static class Tile
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>Columns of a tile; the width of a strip.</summary>
    public const int Columns = 16;

    /// <summary><c>target[i, j] += scale * sum over k of left[k, i] * right[k, j]</c>.</summary>
    /// <param name="left">The first of four neighbouring columns of a strip, <c>[depth, 16]</c>.</param>
    /// <param name="right">The start of a strip, <c>[depth, 16]</c>.</param>
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
            AddProduct256(ref left, ref Unsafe.Add(ref right, 8), depth, scale, ref Unsafe.Add(ref target, 8), stride);
        }
    }

    private static void AddProduct512(ref double left, ref double right, int depth, double scale, ref double target, int stride)
    {
        Vector512<double> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector512<double> s20 = default, s21 = default, s30 = default, s31 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector512<double> right0 = Vector512.LoadUnsafe(ref right);
            Vector512<double> right1 = Vector512.LoadUnsafe(ref right, 8);
            Vector512<double> row = Vector512.Create(left);
            s00 += row * right0;
            s01 += row * right1;
            row = Vector512.Create(Unsafe.Add(ref left, 1));
            s10 += row * right0;
            s11 += row * right1;
            row = Vector512.Create(Unsafe.Add(ref left, 2));
            s20 += row * right0;
            s21 += row * right1;
            row = Vector512.Create(Unsafe.Add(ref left, 3));
            s30 += row * right0;
            s31 += row * right1;
            left = ref Unsafe.Add(ref left, Columns);
            right = ref Unsafe.Add(ref right, Columns);
        }

        AddRow(s00, s01, scale, ref target);
        AddRow(s10, s11, scale, ref Unsafe.Add(ref target, stride));
        AddRow(s20, s21, scale, ref Unsafe.Add(ref target, 2 * (nint)stride));
        AddRow(s30, s31, scale, ref Unsafe.Add(ref target, 3 * (nint)stride));
    }

    private static void AddProduct256(ref double left, ref double right, int depth, double scale, ref double target, int stride)
    {
        Vector256<double> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector256<double> s20 = default, s21 = default, s30 = default, s31 = default;
        for (int k = 0; k < depth; k++)
        {
            Vector256<double> right0 = Vector256.LoadUnsafe(ref right);
            Vector256<double> right1 = Vector256.LoadUnsafe(ref right, 4);
            Vector256<double> row = Vector256.Create(left);
            s00 += row * right0;
            s01 += row * right1;
            row = Vector256.Create(Unsafe.Add(ref left, 1));
            s10 += row * right0;
            s11 += row * right1;
            row = Vector256.Create(Unsafe.Add(ref left, 2));
            s20 += row * right0;
            s21 += row * right1;
            row = Vector256.Create(Unsafe.Add(ref left, 3));
            s30 += row * right0;
            s31 += row * right1;
            left = ref Unsafe.Add(ref left, Columns);
            right = ref Unsafe.Add(ref right, Columns);
        }

        AddRow(s00, s01, scale, ref target);
        AddRow(s10, s11, scale, ref Unsafe.Add(ref target, stride));
        AddRow(s20, s21, scale, ref Unsafe.Add(ref target, 2 * (nint)stride));
        AddRow(s30, s31, scale, ref Unsafe.Add(ref target, 3 * (nint)stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(Vector512<double> sum0, Vector512<double> sum1, double scale, ref double target)
    {
        (Vector512.LoadUnsafe(ref target) + scale * sum0).StoreUnsafe(ref target);
        (Vector512.LoadUnsafe(ref target, 8) + scale * sum1).StoreUnsafe(ref target, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(Vector256<double> sum0, Vector256<double> sum1, double scale, ref double target)
    {
        (Vector256.LoadUnsafe(ref target) + scale * sum0).StoreUnsafe(ref target);
        (Vector256.LoadUnsafe(ref target, 4) + scale * sum1).StoreUnsafe(ref target, 4);
    }
}
