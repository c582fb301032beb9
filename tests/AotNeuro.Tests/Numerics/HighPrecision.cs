using System.Numerics;

namespace AotNeuro.Tests.Numerics;

/// <summary>
/// Elementary functions of fixed-point numbers with 1300 bits after the point: the truth that doubles are compared with.
/// </summary>
internal static class HighPrecision
{
    public const int Bits = 1300;

    public static readonly BigInteger One = BigInteger.One << Bits;

    /// <summary>pi with 1100 bits more, for the reduction of angles up to the largest double.</summary>
    private static readonly BigInteger LongPi = ComputePi(Bits + 1100);

    public static BigInteger Pi => LongPi >> 1100;

    public static BigInteger FromDouble(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        BigInteger result = new(exponent == 0 ? mantissa : mantissa | 0x10000000000000);
        int shift = Math.Max(exponent, 1) - 1075 + Bits;
        result = shift >= 0 ? result << shift : result >> -shift;
        return value < 0.0 ? -result : result;
    }

    /// <summary>The distance of a double from the truth in units in its last place.</summary>
    public static double ErrorInUlps(double actual, BigInteger truth)
    {
        BigInteger ulp = FromDouble(Math.BitIncrement(Math.Abs(actual))) - FromDouble(Math.Abs(actual));
        return (double)((BigInteger.Abs(FromDouble(actual) - truth) << 30) / ulp) / (1 << 30);
    }

    public static BigInteger Multiply(BigInteger a, BigInteger b) => (a * b) >> Bits;

    public static BigInteger Divide(BigInteger a, BigInteger b) => (a << Bits) / b;

    public static BigInteger Exp(BigInteger x)
    {
        // e^x = (e^(x / 2^s))^(2^s); the series of the small part; extra bits for the squarings.
        const int Squarings = 40;
        const int Extra = 1200;
        BigInteger term = BigInteger.One << (Bits + Extra);
        BigInteger sum = term;
        BigInteger small = x << (Extra - Squarings);
        for (int n = 1; !term.IsZero && n < 200; n++)
        {
            term = ((term * small) >> (Bits + Extra)) / n;
            sum += term;
        }

        for (int i = 0; i < Squarings; i++)
        {
            sum = (sum * sum) >> (Bits + Extra);
        }

        return sum >> Extra;
    }

    /// <summary>The logarithm, by Halley's method for the exponential from an estimate.</summary>
    public static BigInteger Log(BigInteger x)
    {
        int exponent = (int)(x.GetBitLength() - Bits);
        BigInteger scaled = exponent >= 0 ? x >> exponent : x << -exponent;
        BigInteger log = LogNearOne(scaled, Math.Log((double)(scaled >> (Bits - 60)) / Math.Pow(2.0, 60)));
        return log + (exponent * LogNearOne(One << 1, Math.Log(2.0)));
    }

    public static BigInteger Sin(BigInteger x) => Sin(x, 0);

    public static BigInteger Cos(BigInteger x) => Sin(x, 1);

    public static BigInteger Asin(BigInteger x)
    {
        if (BigInteger.Abs(x) > One >> 1)
        {
            BigInteger half = Asin(SquareRoot((One - BigInteger.Abs(x)) >> 1));
            BigInteger angle = (Pi >> 1) - (half << 1);
            return x.Sign * angle;
        }

        BigInteger y = FromDouble(Math.Asin((double)(x >> (Bits - 200)) / Math.Pow(2.0, 200)));
        for (int i = 0; i < 6; i++)
        {
            y += Divide(x - Series(y, 0), Series(y, 1));
        }

        return y;
    }

    private static BigInteger Sin(BigInteger x, int quarterTurns)
    {
        (int quadrant, BigInteger rest) = Reduce(x);
        quadrant += quarterTurns;
        return (quadrant & 2) == 0 ? Series(rest, quadrant & 1) : -Series(rest, quadrant & 1);
    }

    private static BigInteger LogNearOne(BigInteger x, double estimate)
    {
        BigInteger y = FromDouble(estimate);
        for (int i = 0; i < 4; i++)
        {
            BigInteger power = Exp(y);
            y += Divide((x - power) << 1, x + power);
        }

        return y;
    }

    private static (int Quadrant, BigInteger Angle) Reduce(BigInteger x)
    {
        BigInteger quarter = LongPi >> 1;
        BigInteger shifted = x << 1100;
        BigInteger multiple = ((shifted << 1) + quarter) / (quarter << 1);
        if ((shifted << 1) + quarter < 0)
        {
            multiple -= 1;
        }

        return ((int)(multiple & 3), (shifted - (multiple * quarter)) >> 1100);
    }

    /// <summary>The series of the sine (first power 0) or cosine (1).</summary>
    private static BigInteger Series(BigInteger x, int cosine)
    {
        BigInteger square = Multiply(x, x);
        BigInteger term = cosine == 0 ? x : One;
        BigInteger sum = term;
        for (int n = cosine == 0 ? 2 : 1; !term.IsZero && term != -1 && n < 600; n += 2)
        {
            term = -Multiply(term, square) / (n * (n + 1));
            sum += term;
        }

        return sum;
    }

    private static BigInteger SquareRoot(BigInteger x)
    {
        BigInteger target = x << Bits;
        BigInteger root = BigInteger.One << (int)((target.GetBitLength() / 2) + 1);
        while (true)
        {
            BigInteger next = (root + (target / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>Machin's formula.</summary>
    private static BigInteger ComputePi(int bits)
    {
        return ((16 * InverseTangent(5)) - (4 * InverseTangent(239))) >> 64;

        BigInteger InverseTangent(int inverse)
        {
            BigInteger power = (BigInteger.One << (bits + 64)) / inverse;
            BigInteger sum = power;
            for (int n = 3; !power.IsZero; n += 2)
            {
                power = -power / (inverse * inverse);
                sum += power / n;
            }

            return sum;
        }
    }
}
