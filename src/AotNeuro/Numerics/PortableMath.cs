using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AotNeuro.Numerics;

/// <summary>
/// Elementary functions with the same bits on every platform, instruction set and compiler. Meant for generated code.
/// </summary>
/// <remarks>
/// <para>
/// <c>System.Math</c> asks the platform's library for these functions, and libraries differ in the last bit. Here only IEEE
/// additions, subtractions, multiplications, divisions and square roots of doubles occur, each rounded on its own.
/// </para>
/// <para>
/// Errors stay below 0.56 units in the last place (0.5 is correct rounding). Tables and polynomial coefficients were
/// computed to 400 bits; the methods are
/// the usual ones (table-driven reduction after Tang, sums and products with their rounding errors after Dekker and Knuth).
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PortableMath
{
    /// <summary>Adding and subtracting 1.5 * 2^52 rounds to the nearest integer.</summary>
    private const double Rounder = 6755399441055744.0;

    /// <summary>The sum of two numbers and its rounding error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sum, double Error) Add(double a, double b)
    {
        double sum = a + b;
        double other = sum - a;
        return (sum, (a - (sum - other)) + (b - other));
    }

    /// <summary>The same where <paramref name="a"/> is zero or not smaller in size than <paramref name="b"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sum, double Error) AddOrdered(double a, double b)
    {
        double sum = a + b;
        return (sum, (a - sum) + b);
    }

    /// <summary>The product of two numbers and its rounding error; neither may be beyond 2^990.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Product, double Error) Multiply(double a, double b)
    {
        const double Splitter = 134217729.0; // 2^27 + 1
        double product = a * b;
        double scaled = Splitter * a;
        double aHigh = scaled - (scaled - a);
        double aLow = a - aHigh;
        scaled = Splitter * b;
        double bHigh = scaled - (scaled - b);
        double bLow = b - bHigh;
        double error = (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow);
        return (product, error);
    }

    /// <summary>2 to an exponent from -1022 to 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(1023 + exponent) << 52);
}
