namespace AotNeuro.Numerics;

/// <content>Logarithms and powers.</content>
public static partial class PortableMath
{
    /// <summary>The natural logarithm of <paramref name="x"/>.</summary>
    public static double Log(double x)
    {
        if (!(x > 0.0 && x < double.PositiveInfinity))
        {
            return x == 0.0 ? double.NegativeInfinity : x > 0.0 ? x : double.NaN;
        }

        (double high, double low) = LogParts(x, 0.0);
        return high + low;
    }

    /// <summary>The natural logarithm of 1 + <paramref name="x"/>, accurate also where <paramref name="x"/> is small.</summary>
    public static double Log1P(double x)
    {
        if (Math.Abs(x) < 1e-17)
        {
            return x;
        }

        if (!(x > -1.0 && x < double.PositiveInfinity))
        {
            return x == -1.0 ? double.NegativeInfinity : x > 0.0 ? x : double.NaN;
        }

        (double sum, double error) = Add(1.0, x);
        (double high, double low) = LogParts(sum, error);
        return high + low;
    }

    /// <summary><paramref name="x"/> to the power <paramref name="y"/>, with the special cases of C's <c>pow</c>.</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0)
        {
            return 1.0;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        bool isInteger = Math.Floor(y) == y;
        bool isOdd = isInteger && Math.Abs(y) < 9007199254740992.0 && ((long)y & 1) != 0;
        double size = Math.Abs(x);
        if (x < 0.0 && !isInteger && double.IsFinite(x))
        {
            return double.NaN;
        }

        double result = size == 1.0 ? 1.0 : PowOfPositive(size, y);
        return double.IsNegative(x) && isOdd ? -result : result;
    }

    private static double PowOfPositive(double x, double y)
    {
        bool grows = x > 1.0 == y > 0.0;
        double limit = grows ? double.PositiveInfinity : 0.0;

        // Beyond 2^64 every power of a number other than 1 overflows or vanishes.
        if (x == 0.0 || double.IsInfinity(x) || Math.Abs(y) > 18446744073709551616.0)
        {
            return limit;
        }

        (double high, double low) = LogParts(x, 0.0);
        (double product, double error) = Multiply(high, y);
        if (!(Math.Abs(product) < 746.0))
        {
            return limit;
        }

        (double powerHigh, double powerLow, int exponent) = ExpParts(product, error + (low * y));
        return Scale(powerHigh, powerLow, exponent);
    }

    /// <summary>The logarithm of x + xLow as a sum of two numbers, to about 66 bits.</summary>
    private static (double High, double Low) LogParts(double x, double xLow)
    {
        const long Offset = 0x3FE6000000000000; // 0.6875: z lies in [0.6875, 1.375)
        const double Ln2High = 0.6931471805582987; // short: its multiples by an exponent are exact
        const double Ln2Low = 1.6465949582897082e-12;
        int k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2^54
            k = -54;
        }

        // x = 2^k z, and z * inverse = 1 + r with |r| <= 2^-7. The inverse has 9 bits, so both halves of z times it are exact.
        long bits = BitConverter.DoubleToInt64Bits(x);
        long above = bits - Offset;
        int row = 3 * (int)((above >> 45) & 127);
        int shift = (int)(above >> 52);
        long zBits = bits - ((long)shift << 52);
        double zHigh = BitConverter.Int64BitsToDouble(zBits & ~0x1FFFFFL);
        double zLow = BitConverter.Int64BitsToDouble(zBits) - zHigh;
        double inverse = Logarithms[row];
        (double r, double rLow) = Add((zHigh * inverse) - 1.0, zLow * inverse);
        if (xLow != 0.0)
        {
            (r, double rest) = Add(r, xLow * PowerOfTwo(-shift) * inverse);
            rLow += rest;
        }

        // log x = k ln2 - log inverse + r - r^2/2 + r^3/3 - ...
        k += shift;
        (double square, double squareLow) = Multiply(r, r);
        (double sum, double error) = Add((k * Ln2High) + Logarithms[row + 1], r);
        (double high, double error2) = Add(sum, -0.5 * square);
        double tail = r * square * Polynomial(LogSeries, r);
        double low = (error + error2) + (((k * Ln2Low) + Logarithms[row + 2]) + (rLow - (r * rLow) - (0.5 * squareLow)) + tail);
        return AddOrdered(high, low);
    }
}
