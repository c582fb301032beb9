using System.Numerics;

namespace AotNeuro.Numerics;

/// <summary>The inverse discrete Fourier transform of a real signal of any length.</summary>
/// <remarks>
/// A length of small factors is transformed by <see cref="RealFourier"/>; any other length n becomes a convolution by Bluestein's identity
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
        if (ComplexFourier.Suits(n))
        {
            var signal = new double[n];
            new RealFourier(n).Inverse(real, imaginary, signal);
            return signal;
        }

        var re = new double[n];
        var im = new double[n];

        // The other half are the conjugates of the first, so twice the real part of the first half's sum is the whole sum.
        for (int k = 1; k < half; k++)
        {
            (re[k], im[k]) = (2.0 * real[k], 2.0 * imaginary[k]);
        }

        (re[0], re[half]) = (real[0], real[half]);
        (re, _) = Bluestein(re, im);
        for (int j = 0; j < n; j++)
        {
            re[j] /= n;
        }

        return re;
    }

    /// <summary>The sums over k of <c>x[k] exp(2 pi i j k / n)</c>.</summary>
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

        var fourier = new ComplexFourier(length);
        fourier.Forward(a, aImaginary);
        fourier.Forward(b, bImaginary);
        for (int k = 0; k < length; k++)
        {
            (a[k], aImaginary[k]) = Product(a[k], aImaginary[k], b[k], bImaginary[k]);
        }

        fourier.Forward(aImaginary, a);
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
            (cos[k], sin[k]) = ComplexFourier.Turn(square, 2L * n);
        }

        return (cos, sin);
    }

    private static (double Re, double Im) Product(double re, double im, double otherRe, double otherIm) =>
        ((re * otherRe) - (im * otherIm), (re * otherIm) + (im * otherRe));
}
