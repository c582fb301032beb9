using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>Functions of four numbers at once, for response curves: the same bits on every machine, and a unit in the last place off.</summary>
internal static class VectorMath
{
    private const double Ln2High = 0.6931471805582987; // short: its multiples by an exponent are exact
    private const double Ln2Low = 1.6465949582897082e-12;

    /// <summary>The natural logarithm of 1 + x, for finite x that are not negative.</summary>
    /// <remarks>
    /// 1 + x = 2^k m with m from the root of 1/2 to that of 2. With f = m - 1 and s = f / (2 + f), log m = 2 artanh s = f - s (f - r), where
    /// r = 2 s^2 (1/3 + s^2/5 + ...) is small, and f exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log1P(Vector256<double> x)
    {
        const long RootOfHalf = 0x3FE6A09E667F3BCD;
        Vector256<double> sum = Vector256.Create(1.0) + x;

        // What rounding took from the sum.
        Vector256<double> larger = Vector256.Max(Vector256.Create(1.0), x);
        Vector256<double> error = Vector256.Min(Vector256.Create(1.0), x) - (sum - larger);
        Vector256<long> bits = sum.AsInt64();
        Vector256<long> exponent = Vector256.ShiftRightLogical(bits - Vector256.Create(RootOfHalf), 52);
        Vector256<double> f = (bits - Vector256.ShiftLeft(exponent, 52)).AsDouble() - Vector256.Create(1.0);
        Vector256<double> k = ToDouble(exponent);
        Vector256<double> s = f / (Vector256.Create(2.0) + f);
        Vector256<double> rest = k * Ln2Low + error / sum;
        return k * Ln2High + (f - (s * (f - Series(s * s)) - rest));
    }

    /// <summary>2 z (1/3 + z/5 + z^2/7 + ...) for z below 0.03.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Series(Vector256<double> z)
    {
        Vector256<double> sum = Vector256.Create(2.0 / 21.0);
        sum = sum * z + Vector256.Create(2.0 / 19.0);
        sum = sum * z + Vector256.Create(2.0 / 17.0);
        sum = sum * z + Vector256.Create(2.0 / 15.0);
        sum = sum * z + Vector256.Create(2.0 / 13.0);
        sum = sum * z + Vector256.Create(2.0 / 11.0);
        sum = sum * z + Vector256.Create(2.0 / 9.0);
        sum = sum * z + Vector256.Create(2.0 / 7.0);
        sum = sum * z + Vector256.Create(2.0 / 5.0);
        sum = sum * z + Vector256.Create(2.0 / 3.0);
        return sum * z;
    }

    /// <summary>Small integers as numbers: in the last bits of 2^52, which is then taken away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ToDouble(Vector256<long> values)
    {
        Vector256<double> offset = Vector256.Create(4503599627370496.0);
        return (values | offset.AsInt64()).AsDouble() - offset;
    }
}
