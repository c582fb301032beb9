namespace AotNeuro.Numerics;

/// <content>Trigonometric functions and their inverses.</content>
public static partial class PortableMath
{
    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;

    /// <summary>The sine of <paramref name="x"/> in radians, accurate for every size of it.</summary>
    public static double Sin(double x)
    {
        if (!double.IsFinite(x))
        {
            return double.NaN;
        }

        if (Math.Abs(x) < 1e-9)
        {
            return x;
        }

        (int quadrant, double high, double low) = ReduceAngle(x);
        double value = (quadrant & 1) == 0 ? SinKernel(high, low) : CosKernel(high, low);
        return (quadrant & 2) == 0 ? value : -value;
    }

    /// <summary>The cosine of <paramref name="x"/> in radians, accurate for every size of it.</summary>
    public static double Cos(double x)
    {
        if (!double.IsFinite(x))
        {
            return double.NaN;
        }

        (int quadrant, double high, double low) = ReduceAngle(x);
        double value = (quadrant & 1) == 0 ? CosKernel(high, low) : SinKernel(high, low);
        return ((quadrant + 1) & 2) == 0 ? value : -value;
    }

    /// <summary>The angle in [-pi/2, pi/2] whose sine is <paramref name="x"/>; NaN beyond [-1, 1].</summary>
    public static double Asin(double x)
    {
        double size = Math.Abs(x);
        if (size <= 0.5)
        {
            (double high, double low) = AsinParts(x);
            return size < 1e-9 ? x : high + low;
        }

        if (!(size <= 1.0))
        {
            return double.NaN;
        }

        (double half, double halfLow) = HalfAcos(size);
        (double sum, double error) = AddOrdered(HalfPi, -2.0 * half);
        return Math.CopySign(sum + (error + (HalfPiLow - (2.0 * halfLow))), x);
    }

    /// <summary>The angle in [0, pi] whose cosine is <paramref name="x"/>; NaN beyond [-1, 1].</summary>
    public static double Acos(double x)
    {
        double size = Math.Abs(x);
        if (size <= 0.5)
        {
            (double high, double low) = AsinParts(x);
            (double sum, double error) = AddOrdered(HalfPi, -high);
            return sum + (error + (HalfPiLow - low));
        }

        if (!(size <= 1.0))
        {
            return double.NaN;
        }

        (double half, double halfLow) = HalfAcos(size);
        if (x > 0.0)
        {
            return 2.0 * (half + halfLow);
        }

        (double rest, double restError) = AddOrdered(2.0 * HalfPi, -2.0 * half);
        return rest + (restError + (2.0 * (HalfPiLow - halfLow)));
    }

    /// <summary>acos(x) / 2 = asin(sqrt((1 - x) / 2)) as a sum of two numbers, for x in [0.5, 1].</summary>
    private static (double High, double Low) HalfAcos(double x)
    {
        double z = 0.5 * (1.0 - x); // exact
        if (z == 0.0)
        {
            return (0.0, 0.0);
        }

        double root = Math.Sqrt(z);
        (double square, double squareLow) = Multiply(root, root);
        double rootLow = ((z - square) - squareLow) / (2.0 * root);
        (double high, double low) = AsinParts(root);
        return (high, low + (rootLow * (1.0 + (0.5 * z))));
    }

    /// <summary>asin(x) as a sum of two numbers, for |x| not above 0.5.</summary>
    private static (double High, double Low) AsinParts(double x)
    {
        double z = x * x;
        (double sixth, double sixthLow) = SixthOfCube(x);
        (double sum, double error) = AddOrdered(x, sixth);
        return (sum, error + sixthLow + (x * z * z * Polynomial(AsinSeries, z)));
    }

    /// <summary>sin(x + low) for |x| not above pi/4 and low far smaller.</summary>
    private static double SinKernel(double x, double low)
    {
        double z = x * x;
        (double sixth, double sixthLow) = SixthOfCube(x);
        (double sum, double error) = AddOrdered(x, -sixth);
        return sum + (error - sixthLow + (x * z * z * Polynomial(SinSeries, z)) + (low * (1.0 - (0.5 * z))));
    }

    /// <summary>
    /// x^3 / 6 as a sum of two numbers: plain rounding of this term alone would cost a tenth of a unit of the sum.
    /// </summary>
    private static (double High, double Low) SixthOfCube(double x)
    {
        const double Sixth = 0.16666666666666666;
        const double SixthLow = 9.25185853854297e-18;
        (double square, double squareLow) = Multiply(x, x);
        (double cube, double cubeLow) = Multiply(x, square);
        (double high, double low) = Multiply(cube, Sixth);
        return (high, low + (cube * SixthLow) + ((cubeLow + (x * squareLow)) * Sixth));
    }

    /// <summary>cos(x + low) for |x| not above pi/4 and low far smaller.</summary>
    private static double CosKernel(double x, double low)
    {
        (double z, double zLow) = Multiply(x, x);
        (double sum, double error) = AddOrdered(1.0, -0.5 * z);
        return sum + (error - (0.5 * zLow) - (x * low) + (z * z * Polynomial(CosSeries, z)));
    }
}
