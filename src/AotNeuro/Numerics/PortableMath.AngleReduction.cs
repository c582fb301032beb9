namespace AotNeuro.Numerics;

/// <content>Reduction of angles by multiples of a quarter turn.</content>
public static partial class PortableMath
{
    /// <summary>x = Quadrant * pi/2 + High + Low (the quadrant modulo 4, the rest within pi/4), for finite x.</summary>
    private static (int Quadrant, double High, double Low) ReduceAngle(double x)
    {
        double size = Math.Abs(x);
        if (size <= 0.7853981633974483)
        {
            return (0, x, 0.0);
        }

        if (size < 1048576.0)
        {
            // pi/2 in three parts; the first two have 33 bits, so that up to 2^20 times them is exact (Cody and Waite).
            const double Part1 = 1.5707963267341256;
            const double Part2 = 6.077100506303966e-11;
            const double Part3 = 2.0222662487959506e-21;
            double multiple = ((x * 0.6366197723675814) + Rounder) - Rounder;
            (double rest, double error) = Add(x - (multiple * Part1), -(multiple * Part2));
            (double high, double low) = AddOrdered(rest, error - (multiple * Part3));

            // Close to a multiple too few bits are left of the constants.
            if (Math.Abs(high) > 9.313225746154785e-10)
            {
                return ((int)multiple & 3, high, low);
            }
        }

        return ReduceWithAllBits(x);
    }

    /// <summary>The same for every size, by multiplication with the bits of 2/pi that matter (Payne and Hanek).</summary>
    private static (int Quadrant, double High, double Low) ReduceWithAllBits(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        ulong mantissa = (ulong)(bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;
        int exponent = (int)((bits >> 52) & 0x7FF) - 1075;

        // Bits of 2/pi whose product with x is a multiple of 4 do not matter; the next 192 do. One word of zeros leads the table.
        int start = exponent + 62;
        ulong word0 = TwoOverPiBits(start);
        ulong word1 = TwoOverPiBits(start + 64);
        ulong word2 = TwoOverPiBits(start + 128);
        UInt128 product = (UInt128)mantissa * word2;
        ulong low = (ulong)product;
        product = ((UInt128)mantissa * word1) + (ulong)(product >> 64) + ((UInt128)(mantissa * word0) << 64);

        // Now two bits of quadrants, then the fraction of one.
        int quadrant = (int)(ulong)(product >> 126);
        UInt128 fraction = (product << 2) | (low >> 62);
        bool isNegative = fraction >> 127 != UInt128.Zero;
        if (isNegative)
        {
            quadrant++;
            fraction = UInt128.Zero - fraction;
        }

        (double high, double rest) = FractionOfQuarterTurn(fraction);
        isNegative ^= x < 0.0;
        return ((x < 0.0 ? -quadrant : quadrant) & 3, isNegative ? -high : high, isNegative ? -rest : rest);
    }

    /// <summary>fraction / 2^128 * pi/2 as a sum of two numbers.</summary>
    private static (double High, double Low) FractionOfQuarterTurn(UInt128 fraction)
    {
        int zeros = (int)UInt128.LeadingZeroCount(fraction);
        fraction <<= zeros;
        ulong top = (ulong)(fraction >> 75); // 53 bits
        ulong next = (ulong)(fraction >> 22) & 0x1FFFFFFFFFFFFF; // the 53 after them
        double high = top * PowerOfTwo(-53 - zeros);
        double low = next * PowerOfTwo(-106 - zeros);
        (double product, double error) = Multiply(high, HalfPi);
        return AddOrdered(product, error + ((high * HalfPiLow) + (low * HalfPi)));
    }

    /// <summary>64 bits of the table of 2/pi from a bit on.</summary>
    private static ulong TwoOverPiBits(int bit)
    {
        int word = bit >> 6;
        int shift = bit & 63;
        ulong first = TwoOverPi[word] << shift;
        return shift == 0 ? first : first | (TwoOverPi[word + 1] >> (64 - shift));
    }
}
