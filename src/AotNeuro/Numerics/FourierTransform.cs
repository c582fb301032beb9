using System.Numerics;

namespace AotNeuro.Numerics;

/// <summary>The inverse discrete Fourier transform of a real signal of any length.</summary>
/// <remarks>
/// A power of two is transformed by radix 2; any other length n becomes a convolution by Bluestein's identity
/// <c>j k = (j^2 + k^2 - (j - k)^2) / 2</c>, which transforms of a power of two compute. The errors are a few units in the last
/// place of the signal's root mean square.
/// </remarks>
internal static class FourierTransform
{
    /// <summary>
    /// The signal of <c>n = 2 (count - 1)</c> samples that has the given coefficients of the frequencies 0 to n / 2, divided by
    /// n as NumPy's <c>irfft</c> does. The imaginary parts of the first and the last are not read.
    /// </summary>
    /// <param name="real">Real parts of the coefficients, two or more.</param>
    /// <param name="imaginary">Imaginary parts, as many.</param>
    public static double[] InverseReal(ReadOnlySpan<double> real, ReadOnlySpan<double> imaginary)
    {
        int half = real.Length - 1;
        int n = 2 * half;
        var re = new double[n];
        var im = new double[n];

        // The other half are the conjugates of the first, so twice the real part of the first half's sum is the whole sum.
        for (int k = 1; k < half; k++)
        {
            (re[k], im[k]) = (2.0 * real[k], 2.0 * imaginary[k]);
        }

        (re[0], re[half]) = (real[0], real[half]);
        Inverse(ref re, ref im);
        for (int j = 0; j < n; j++)
        {
            re[j] /= n;
        }

        return re;
    }

    /// <summary>The sums over k of <c>x[k] exp(2 pi i j k / n)</c>.</summary>
    private static void Inverse(ref double[] re, ref double[] im)
    {
        if (BitOperations.IsPow2(re.Length))
        {
            // With real and imaginary parts exchanged, the forward transform is the inverse one.
            Forward(im, re);
        }
        else
        {
            (re, im) = Bluestein(re, im);
        }
    }

    private static (double[] Re, double[] Im) Bluestein(double[] re, double[] im)
    {
        int n = re.Length;
        (double[] cos, double[] sin) = Chirp(n);
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * n) - 1));
        double[] a = new double[length], aImaginary = new double[length];
        double[] b = new double[length], bImaginary = new double[length];
        for (int k = 0; k < n; k++)
        {
            (a[k], aImaginary[k]) = Product(re[k], im[k], cos[k], sin[k]);
            int mirrored = k == 0 ? 0 : length - k;
            (b[k], bImaginary[k]) = (b[mirrored], bImaginary[mirrored]) = (cos[k], -sin[k]);
        }

        Forward(a, aImaginary);
        Forward(b, bImaginary);
        for (int k = 0; k < length; k++)
        {
            (a[k], aImaginary[k]) = Product(a[k], aImaginary[k], b[k], bImaginary[k]);
        }

        Forward(aImaginary, a);
        double[] resultRe = new double[n], resultIm = new double[n];
        for (int j = 0; j < n; j++)
        {
            (resultRe[j], resultIm[j]) = Product(a[j] / length, aImaginary[j] / length, cos[j], sin[j]);
        }

        return (resultRe, resultIm);
    }

    /// <summary><c>exp(i pi k^2 / n)</c>; the squares are reduced as integers, so that no angle is large.</summary>
    private static (double[] Cos, double[] Sin) Chirp(int n)
    {
        double[] cos = new double[n], sin = new double[n];
        for (int k = 0; k < n; k++)
        {
            long square = (long)k * k % (2L * n);
            (cos[k], sin[k]) = Turn(square, 2L * n);
        }

        return (cos, sin);
    }

    /// <summary>The sums over k of <c>x[k] exp(-2 pi i j k / n)</c>, in place, for a power of two.</summary>
    private static void Forward(double[] re, double[] im)
    {
        int n = re.Length;
        ReverseBits(re);
        ReverseBits(im);
        double[] cos = new double[n / 2], sin = new double[n / 2];
        for (int k = 0; k < n / 2; k++)
        {
            (cos[k], sin[k]) = Turn(k, n);
        }

        for (int half = 1; half < n; half *= 2)
        {
            int stride = n / (2 * half);
            for (int start = 0; start < n; start += 2 * half)
            {
                for (int k = 0; k < half; k++)
                {
                    int low = start + k;
                    int high = low + half;
                    (double x, double y) = Product(re[high], im[high], cos[k * stride], -sin[k * stride]);
                    (re[high], im[high]) = (re[low] - x, im[low] - y);
                    (re[low], im[low]) = (re[low] + x, im[low] + y);
                }
            }
        }
    }

    private static void ReverseBits(double[] values)
    {
        for (int i = 1, j = 0; i < values.Length; i++)
        {
            int bit = values.Length >> 1;
            for (; (j & bit) != 0; bit >>= 1)
            {
                j ^= bit;
            }

            j |= bit;
            if (i < j)
            {
                (values[i], values[j]) = (values[j], values[i]);
            }
        }
    }

    /// <summary>Cosine and sine of a part of a turn.</summary>
    private static (double Cos, double Sin) Turn(long part, long whole)
    {
        double angle = 2.0 * Math.PI * (part <= whole / 2 ? part : part - whole) / whole;
        return (PortableMath.Cos(angle), PortableMath.Sin(angle));
    }

    private static (double Re, double Im) Product(double re, double im, double otherRe, double otherIm) =>
        ((re * otherRe) - (im * otherIm), (re * otherIm) + (im * otherRe));
}
