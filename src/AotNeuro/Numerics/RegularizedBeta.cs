namespace AotNeuro.Numerics;

/// <summary>
/// The regularised incomplete beta function I(x; a, b), its density and its inverse, for a and b that are multiples of 1/2.
/// </summary>
/// <remarks>
/// The squared length of part of a random unit vector has this distribution function. Measured: within 3e-14 of SciPy's values
/// for a up to 500 and b of 1/2.
/// </remarks>
internal sealed class RegularizedBeta
{
    private readonly double _a;
    private readonly double _b;

    /// <summary>Makes the function for a = <paramref name="twiceA"/> / 2 and b = <paramref name="twiceB"/> / 2.</summary>
    public RegularizedBeta(int twiceA, int twiceB)
    {
        (_a, _b) = (0.5 * twiceA, 0.5 * twiceB);
        LogBeta = ComputeLogBeta(twiceA, twiceB);
    }

    /// <summary>log B(a, b), of the complete function.</summary>
    public double LogBeta { get; }

    /// <summary>The function at <paramref name="x"/>.</summary>
    public double Value(double x)
    {
        if (!(x > 0.0 && x < 1.0))
        {
            return x <= 0.0 ? 0.0 : x >= 1.0 ? 1.0 : double.NaN;
        }

        // The continued fraction converges fast below the mean; above, the complement does.
        return x <= (_a + 1.0) / (_a + _b + 2.0)
            ? Fraction(_a, _b, x, 1.0 - x)
            : 1.0 - Fraction(_b, _a, 1.0 - x, x);
    }

    /// <summary>The derivative at <paramref name="x"/> in (0, 1).</summary>
    public double Density(double x) => Power(_a - 1.0, _b - 1.0, x, 1.0 - x);

    /// <summary>The x at which the function is <paramref name="p"/>.</summary>
    public double Inverse(double p)
    {
        if (!(p > 0.0 && p < 1.0))
        {
            return p == 0.0 ? 0.0 : p == 1.0 ? 1.0 : double.NaN;
        }

        // The smaller side keeps all its digits.
        double mean = _a / (_a + _b);
        return p <= Value(mean) ? InverseBelow(p, _a, _b, mean) : 1.0 - InverseBelow(1.0 - p, _b, _a, 1.0 - mean);
    }

    /// <summary>Newton's method for the logarithm of the function in that of x, kept within a bracket.</summary>
    private double InverseBelow(double p, double a, double b, double upper)
    {
        double logP = PortableMath.Log(p);
        double low = 0.0;
        double high = upper;

        // The leading term x^a / (a B) of the function.
        double x = Math.Min(upper, PortableMath.Exp((logP + PortableMath.Log(a) + LogBeta) / a));
        for (int i = 0; i < 100 && x > 0.0; i++)
        {
            double value = Fraction(a, b, x, 1.0 - x);
            (low, high) = value < p ? (x, high) : (low, x);
            double slope = Power(a, b - 1.0, x, 1.0 - x) / value;
            double change = (PortableMath.Log(value) - logP) / slope;
            double next = x * PortableMath.Exp(-change);
            if (!(next >= low && next <= high))
            {
                next = 0.5 * (low + high);
            }

            double step = Math.Abs(next - x);
            x = next;
            if (step <= 4e-16 * x)
            {
                break;
            }
        }

        return x;
    }

    /// <summary>x^a y^b / B(a, b) of this function's B.</summary>
    private double Power(double a, double b, double x, double y) =>
        PortableMath.Exp((a * PortableMath.Log(x)) + (b * PortableMath.Log(y)) - LogBeta);

    /// <summary>I(x; a, b) by its continued fraction, evaluated by Lentz's method; y = 1 - x.</summary>
    private double Fraction(double a, double b, double x, double y)
    {
        const double Tiny = 1e-300;
        double c = 1.0;
        double d = 1.0 / NotZero(1.0 - ((a + b) * x / (a + 1.0)));
        double result = d;
        for (int m = 1; m < 10_000; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1.0) * (a + (2 * m)));
            d = 1.0 / NotZero(1.0 + (even * d));
            c = NotZero(1.0 + (even / c));
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1.0));
            d = 1.0 / NotZero(1.0 + (odd * d));
            c = NotZero(1.0 + (odd / c));
            double factor = d * c;
            result *= factor;
            if (Math.Abs(factor - 1.0) < 2e-16)
            {
                break;
            }
        }

        return Power(a, b, x, y) * result / a;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }

    /// <summary>log B(a, b), from B(1/2, 1/2) = pi, B(1/2, 1) = 2, B(1, 1) = 1 and B(a + 1, b) = B(a, b) a / (a + b).</summary>
    private static double ComputeLogBeta(int twiceA, int twiceB)
    {
        double a = (twiceA & 1) == 0 ? 1.0 : 0.5;
        double b = (twiceB & 1) == 0 ? 1.0 : 0.5;
        double product = a + b == 1.0 ? Math.PI : a + b == 1.5 ? 2.0 : 1.0;
        double sum = 0.0;
        for (; a < 0.5 * twiceA; a++)
        {
            Append(a / (a + b));
        }

        for (; b < 0.5 * twiceB; b++)
        {
            Append(b / (a + b));
        }

        return sum + PortableMath.Log(product);

        void Append(double factor)
        {
            product *= factor;
            if (product < 1e-200)
            {
                sum += PortableMath.Log(product);
                product = 1.0;
            }
        }
    }
}
