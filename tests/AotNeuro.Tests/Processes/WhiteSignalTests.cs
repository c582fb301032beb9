using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Tests.Processes;

public sealed class WhiteSignalTests
{
    [Theory]
    [InlineData(2)] // one frequency
    [InlineData(6)]
    [InlineData(8)] // a power of two
    [InlineData(14)]
    [InlineData(512)]
    [InlineData(1000)]
    [InlineData(1346)] // twice a prime
    public void The_inverse_transform_is_the_sum_of_its_waves(int length)
    {
        var random = new RandomState(3);
        int half = length / 2;
        double[] re = new double[half + 1], im = new double[half + 1];
        for (int k = 0; k <= half; k++)
        {
            (re[k], im[k]) = (random.NextGaussian(), random.NextGaussian());
        }

        double[] signal = FourierTransform.InverseReal(re, im);

        Assert.Equal(length, signal.Length);
        double rms = Math.Sqrt(signal.Average(value => value * value));
        for (int j = 0; j < length; j++)
        {
            double sum = re[0] + (j % 2 == 0 ? re[half] : -re[half]);
            for (int k = 1; k < half; k++)
            {
                double angle = 2.0 * Math.PI * ((long)j * k % length) / length;
                sum += 2.0 * ((re[k] * Math.Cos(angle)) - (im[k] * Math.Sin(angle)));
            }

            Assert.Equal(sum / length, signal[j], 2e-14 * rms);
        }
    }

    [Fact]
    public void It_repeats_after_its_period()
    {
        double[] signal = [.. new WhiteSignal(0.1, 40.0).Run(0.3, seed: 1).Cast<double>()];
        Assert.Equal(signal[..100], signal[100..200]);
        Assert.Equal(signal[..100], signal[200..]);
    }

    [Theory]
    [InlineData(1.0, 20.0)]
    [InlineData(0.77, 100.0)] // 770 steps
    [InlineData(1.0, 500.0)] // all frequencies
    public void There_is_no_power_above_the_cutoff(double period, double high)
    {
        double[] signal = [.. new WhiteSignal(period, high).Run(period, seed: 2).Cast<double>()];
        for (int k = 0; k <= signal.Length / 2; k++)
        {
            double re = 0.0, im = 0.0;
            for (int j = 0; j < signal.Length; j++)
            {
                double angle = 2.0 * Math.PI * ((long)j * k % signal.Length) / signal.Length;
                re += signal[j] * Math.Cos(angle);
                im += signal[j] * Math.Sin(angle);
            }

            double power = ((re * re) + (im * im)) / signal.Length;
            bool isPresent = k > 0 && k / period <= high;
            Assert.True(isPresent ? power > 1e-9 : power < 1e-20, $"Power {power:g3} at {k / period} Hz.");
        }
    }

    [Fact]
    public void Its_power_does_not_depend_on_the_cutoff()
    {
        foreach (double high in new[] { 10.0, 100.0, 500.0 })
        {
            double[] signal = [.. new WhiteSignal(10.0, high, 0.7).Run(10.0, seed: 3).Cast<double>()];
            double power = signal.Average(value => value * value);

            // A sum of 2 high period squared normal numbers: five of its standard deviations, and 1 % for the constant that is
            // left out.
            double spread = Math.Sqrt(2.0 / (2.0 * high * 10.0));
            Assert.InRange(power / (0.7 * 0.7), 0.99 - (5.0 * spread), 1.01 + (5.0 * spread));
        }
    }

    [Fact]
    public void Each_dimension_starts_where_it_is_nearest_to_y0()
    {
        double[,] free = new WhiteSignal(0.5, 30.0).Run(0.5, 3, seed: 4);
        double[,] aligned = new WhiteSignal(0.5, 30.0, y0: 0.2).Run(0.5, 3, seed: 4);
        for (int d = 0; d < 3; d++)
        {
            double[] expected = [.. Enumerable.Range(0, 500).Select(i => free[i, d])];
            double[] actual = [.. Enumerable.Range(0, 500).Select(i => aligned[i, d])];
            int start = Array.IndexOf(expected, expected.MinBy(value => Math.Abs(value - 0.2)));
            Assert.Equal([.. expected[start..], .. expected[..start]], actual);
        }
    }
}
