namespace AotNeuro.Tests;

/// <summary>
/// Sine and cosine to the last bit as the reference runs had them: NumPy 1.24 on a processor with AVX-512 computes
/// them by Intel's short vector math library, and two of three values differ from a C library's in the last bit or two.
/// </summary>
/// <remarks>
/// A silent Izhikevich cell at dt = 1 ms amplifies a last bit of its input into another voltage within some hundred
/// steps, so a comparison of voltages must feed the reference's own input bits. Nothing but such a stimulus should use
/// this: the fused multiply-adds are part of the definition and are slow (though exact) without hardware for them.
/// Algorithm and constants: "low accuracy" (below 4 ulp) double-precision sin and cos for AVX-512,
/// https://github.com/numpy/SVML, linux/avx512/svml_z0_{sin,cos}_d_la.s, Copyright (C) Intel Corporation, BSD-3-Clause.
/// </remarks>
internal static class NumPySine
{
    /// <summary>Beyond it, Intel's sine takes another path, which is not here. (The cosine's bound is a little higher.)</summary>
    private const double Limit = 16777216.0;

    private const double InversePi = 0.3183098861837907;

    /// <summary>Pi as a sum of three doubles, each a part of what the ones before it leave.</summary>
    private const double Pi1 = Math.PI;
    private const double Pi2 = 1.224646799147353e-16;
    private const double Pi3 = 2.165713347843828e-32;

    /// <summary>Adding 1.5 * 2^52 rounds to an integer, and leaves its parity in the sum's last bit.</summary>
    private const double NearestShift = 6755399441055744.0;

    /// <summary>2^52, the same for rounding down numbers that are not negative.</summary>
    private const double FloorShift = 4503599627370496.0;

    /// <summary>Below 2^-27 the cosine is 1.</summary>
    private const double CosineIsOne = 7.450580596923828e-09;

    /// <summary>(sin r - r) / r^3 as a polynomial in r^2, highest power first. Each function has its own fit.</summary>
    private static ReadOnlySpan<double> SinCoefficients =>
    [
        -7.373344533110665e-13, 1.6048095404959637e-10, -2.505188027386288e-08, 2.7557316600552628e-06,
        -0.00019841269825056256, 0.008333333333285542, -0.16666666666666186,
    ];

    private static ReadOnlySpan<double> CosCoefficients =>
    [
        -7.37280909726507e-13, 1.6048055576979365e-10, -2.505187912674299e-08, 2.755731658449074e-06,
        -0.00019841269824944275, 0.00833333333328519, -0.16666666666666183,
    ];

    /// <summary><c>np.sin(x)</c>: with x = n pi + r, n the nearest integer, it is sin r, negated for an odd n.</summary>
    /// <param name="x">An angle in radians, at most 2^24 in size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The angle is larger, or not a number.</exception>
    public static double Sin(double x)
    {
        CheckRange(x);
        if (x == 0.0)
        {
            return x;
        }

        double shifted = Math.FusedMultiplyAdd(x, InversePi, NearestShift);
        double n = shifted - NearestShift;
        double near = Math.FusedMultiplyAdd(-n, Pi2, Math.FusedMultiplyAdd(-n, Pi1, x));
        double r = Math.FusedMultiplyAdd(-n, Pi3, near);
        return WithParity(shifted, SinOfReduced(r, near * near, SinCoefficients));
    }

    /// <summary><c>np.cos(x)</c>: with r = (n + 1/2) pi - |x|, n = floor(|x| / pi), it is sin r, negated for an odd n.</summary>
    /// <inheritdoc cref="Sin"/>
    public static double Cos(double x)
    {
        CheckRange(x);
        double size = Math.Abs(x);
        if (size < CosineIsOne)
        {
            return 1.0;
        }

        double shifted = FusedMultiplyAddDown(size, InversePi, FloorShift);
        double n = shifted - FloorShift + 0.5;
        double near = Math.FusedMultiplyAdd(n, Pi2, Math.FusedMultiplyAdd(n, Pi1, -size));
        double r = Math.FusedMultiplyAdd(n, Pi3, near);
        return WithParity(shifted, SinOfReduced(r, near * near, CosCoefficients));
    }

    private static void CheckRange(double x)
    {
        if (!(Math.Abs(x) <= Limit))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "The angle must be at most 2^24 in size.");
        }
    }

    /// <summary>r + r^3 p(r^2). The square is of a less exactly reduced r, as Intel's is.</summary>
    private static double SinOfReduced(double r, double square, ReadOnlySpan<double> coefficients)
    {
        double sum = coefficients[0];
        foreach (double coefficient in coefficients[1..])
        {
            sum = Math.FusedMultiplyAdd(sum, square, coefficient);
        }

        return Math.FusedMultiplyAdd(sum, square * r, r);
    }

    /// <summary>Negates a value where the integer in the last bits of a shifted number is odd.</summary>
    private static double WithParity(double shifted, double value) =>
        (BitConverter.DoubleToInt64Bits(shifted) & 1) == 0 ? value : -value;

    /// <summary>a b + c rounded down, for a large c: Intel's cosine rounds this one operation towards zero.</summary>
    private static double FusedMultiplyAddDown(double a, double b, double c)
    {
        double nearest = Math.FusedMultiplyAdd(a, b, c);
        bool isAbove = Math.FusedMultiplyAdd(a, b, c - nearest) < 0.0;
        return isAbove ? Math.BitDecrement(nearest) : nearest;
    }
}
