using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Tests.Numerics;

/// <summary>Fast transforms against the sums that define them, for every radix at every stage.</summary>
public sealed class RealFourierTests
{
    public static TheoryData<int> Lengths =>
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 16, 20, 24, 30, 32, 45, 49, 64, 75, 98, 100, 128, 210, 256, 500, 512];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Frequencies_are_sums_of_turned_numbers(int length)
    {
        double[] x = Numbers(length);
        var fourier = new RealFourier(length);
        double[] re = new double[fourier.Frequencies], im = new double[fourier.Frequencies];
        for (int repetition = 0; repetition < 2; repetition++)
        {
            fourier.Forward(x, re, im);
        }

        for (int k = 0; k <= length / 2; k++)
        {
            (double sumRe, double sumIm) = (0.0, 0.0);
            for (int j = 0; j < length; j++)
            {
                double angle = -2.0 * Math.PI * ((long)j * k % length) / length;
                sumRe += x[j] * Math.Cos(angle);
                sumIm += x[j] * Math.Sin(angle);
            }

            double tolerance = 1e-15 * length + 1e-15;
            Assert.Equal(sumRe, re[k], tolerance);
            Assert.Equal(sumIm, im[k], tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_inverse_gives_the_numbers_back(int length)
    {
        double[] x = Numbers(length);
        var fourier = new RealFourier(length);
        double[] re = new double[fourier.Frequencies], im = new double[fourier.Frequencies];
        fourier.Forward(x, re, im);

        // Parts that no real numbers have.
        im[0] = 3.0;
        im[^1] = length % 2 == 0 ? 4.0 : im[^1];

        var back = new double[length];
        fourier.Inverse(re, im, back);
        for (int i = 0; i < length; i++)
        {
            Assert.Equal(x[i], back[i], 4e-15);
        }
    }

    private static double[] Numbers(int count)
    {
        var random = new RandomState((uint)count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextGaussian())];
    }
}
