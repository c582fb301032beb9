using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <content>Sixteen logical lanes in single precision. What goes in and out of neurons is double: it is narrowed and widened here.</content>
public static partial class Lanes
{
    /// <summary>The sum of sixteen lanes: first lane i and lane i + 8, then as eight doubles are summed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<float> lanes) => SumOfEight(lanes.GetLower() + lanes.GetUpper());

    /// <inheritdoc cref="Sum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<float> low, Vector256<float> high) => SumOfEight(low + high);

    /// <inheritdoc cref="Sum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) => SumOfFour(a + c + (b + d));

    /// <summary>Eight doubles per half, rounded to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Narrow512(ref double source, nuint index) =>
        Vector512.Narrow(Vector512.LoadUnsafe(ref source, index), Vector512.LoadUnsafe(ref source, index + 8));

    /// <summary>Four doubles per half, rounded to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Narrow256(ref double source, nuint index) =>
        Vector256.Narrow(Vector256.LoadUnsafe(ref source, index), Vector256.LoadUnsafe(ref source, index + 4));

    /// <summary>Two doubles per half, rounded to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Narrow128(ref double source, nuint index) =>
        Vector128.Narrow(Vector128.LoadUnsafe(ref source, index), Vector128.LoadUnsafe(ref source, index + 2));

    /// <summary><c>target = (float)source</c>.</summary>
    public static void Narrow(ref double source, int length, ref float target)
    {
        for (int i = 0; i < length; i++)
        {
            Unsafe.Add(ref target, i) = (float)Unsafe.Add(ref source, i);
        }
    }

    /// <summary><c>target = source</c>.</summary>
    public static void Widen(ref float source, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Unsafe.Add(ref source, i);
        }
    }

    /// <summary>Stores values as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector512<float> source, ref double target)
    {
        Vector512.WidenLower(source).StoreUnsafe(ref target);
        Vector512.WidenUpper(source).StoreUnsafe(ref target, 8);
    }

    /// <summary>Stores values as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector256<float> source, ref double target)
    {
        Vector256.WidenLower(source).StoreUnsafe(ref target);
        Vector256.WidenUpper(source).StoreUnsafe(ref target, 4);
    }

    /// <summary>Stores values as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector128<float> source, ref double target)
    {
        Vector128.WidenLower(source).StoreUnsafe(ref target);
        Vector128.WidenUpper(source).StoreUnsafe(ref target, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumOfEight(Vector256<float> lanes) => SumOfFour(lanes.GetLower() + lanes.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumOfFour(Vector128<float> four) => four[0] + four[2] + (four[1] + four[3]);
}
