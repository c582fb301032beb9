namespace AotNeuro.Numerics;

/// <content>Exponential functions.</content>
public static partial class PortableMath
{
    /// <summary>e to the power <paramref name="x"/>.</summary>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) < 746.0))
        {
            return x > 0.0 ? double.PositiveInfinity : x < 0.0 ? 0.0 : x;
        }

        (double high, double low, int exponent) = ExpParts(x, 0.0);
        return Scale(high, low, exponent);
    }

    /// <summary>e to the power <paramref name="x"/>, less 1, accurate also where <paramref name="x"/> is small.</summary>
    public static double Expm1(double x)
    {
        double size = Math.Abs(x);
        if (size < 0.25)
        {
            return size < 1e-17 ? x : Expm1Small(x);
        }

        if (!(size < 38.0))
        {
            return x < 0.0 ? -1.0 : Exp(x);
        }

        (double high, double low) = ExpSum(x);
        (double sum, double error) = Add(high, -1.0);
        return sum + (error + low);
    }

    /// <summary>The hyperbolic tangent of <paramref name="x"/>.</summary>
    public static double Tanh(double x)
    {
        double size = Math.Abs(x);
        if (size < 0.25)
        {
            double z = x * x;
            return size < 1e-9 ? x : x + (x * z * Polynomial(TanhSeries, z));
        }

        if (!(size < 20.0))
        {
            return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x;
        }

        // (e^2x - 1) / (e^2x + 1), with the rounding errors of both and of the quotient.
        (double high, double low) = ExpSum(2.0 * size);
        (double numerator, double numeratorLow) = Add(high, -1.0);
        (double denominator, double denominatorLow) = Add(high, 1.0);
        numeratorLow += low;
        denominatorLow += low;
        double quotient = numerator / denominator;
        (double product, double productLow) = Multiply(quotient, denominator);
        double rest = (numerator - product) - productLow + numeratorLow - (quotient * denominatorLow);
        return Math.CopySign(quotient + (rest / denominator), x);
    }

    /// <summary>e^(x + xLow) = (High + Low) * 2^Exponent, for a sum between -746 and 746 and a small second term.</summary>
    private static (double High, double Low, int Exponent) ExpParts(double x, double xLow)
    {
        // x = k ln2 / 128 + r; the first part of ln2 / 128 is short, so that k times it is exact.
        const double Inverse = 184.6649652337873;
        const double High = 0.005415212347998022;
        const double Low = 1.2655086083325438e-13;
        double multiple = ((x * Inverse) + Rounder) - Rounder;
        double r = ((x - (multiple * High)) - (multiple * Low)) + xLow;
        int k = (int)multiple;

        // e^r - 1 for |r| < 0.0028.
        double r2 = r * r;
        double p = r + ((r2 * (0.5 + (r * 0.16666666666666666)))
            + (r2 * r2 * (0.041666666666666664 + (r * 0.008333333333333333) + (r2 * 0.001388888888888889))));
        int row = 2 * (k & 127);
        double power = PowersOfTwo[row];
        return (power, PowersOfTwo[row + 1] + (power * p), k >> 7);
    }

    /// <summary>e^x as a sum of two numbers, for |x| not above 60.</summary>
    private static (double High, double Low) ExpSum(double x)
    {
        (double high, double low, int exponent) = ExpParts(x, 0.0);
        double scale = PowerOfTwo(exponent);
        return AddOrdered(high * scale, low * scale);
    }

    /// <summary>(high + low) * 2^exponent, rounded once, for a high part in [1, 2) and a small low part.</summary>
    private static double Scale(double high, double low, int exponent)
    {
        (double sum, double error) = AddOrdered(high, low);
        if (exponent > 1023)
        {
            return sum * PowerOfTwo(1023) * PowerOfTwo(exponent - 1023);
        }

        if (exponent > -1022)
        {
            return sum * PowerOfTwo(exponent);
        }

        // A subnormal result has fewer bits: round the sum to its grid before scaling, lest it be rounded twice.
        if (exponent < -1022 || sum < 1.0)
        {
            double shift = PowerOfTwo(-1022 - exponent);
            (double shifted, double rest) = AddOrdered(shift, sum);
            sum = (shifted + (rest + error)) - shift;
        }

        return sum * PowerOfTwo(exponent + 200) * PowerOfTwo(-200);
    }

    private static double Expm1Small(double x)
    {
        (double square, double squareLow) = Multiply(x, x);
        (double sum, double error) = AddOrdered(x, 0.5 * square);
        return sum + (error + (0.5 * squareLow) + (x * square * Polynomial(Expm1Series, x)));
    }

    /// <summary>c0 + c1 x + c2 x^2 + ...</summary>
    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = coefficients[^1];
        for (int i = coefficients.Length - 2; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
