using AotNeuro.Numerics;

namespace AotNeuro.Random;

/// <content>Poisson and binomial draws.</content>
public sealed partial class RandomState
{
    /// <summary>Draws from the Poisson distribution.</summary>
    /// <param name="lambda">Mean, not negative and not above 2^62.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lambda"/> is out of range.</exception>
    public long Poisson(double lambda)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lambda);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lambda, 4611686018427387904.0);
        return lambda switch
        {
            0.0 => 0,
            < 10.0 => PoissonByProducts(lambda),
            _ => PoissonByRejection(lambda),
        };
    }

    private long PoissonByProducts(double lambda)
    {
        double limit = PortableMath.Exp(-lambda);
        double product = NextDouble();
        long count = 0;
        while (product > limit)
        {
            count++;
            product *= NextDouble();
        }

        return count;
    }

    /// <summary>Hörmann's transformed rejection with squeeze, PTRS (1993).</summary>
    private long PoissonByRejection(double lambda)
    {
        double logLambda = PortableMath.Log(lambda);
        double b = 0.931 + (2.53 * Math.Sqrt(lambda));
        double a = -0.059 + (0.02483 * b);
        double inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        double squeeze = 0.9277 - (3.6224 / (b - 2.0));
        while (true)
        {
            double u = NextDouble() - 0.5;
            double v = NextDouble();
            double us = 0.5 - Math.Abs(u);
            long k = (long)Math.Floor((((2.0 * a / us) + b) * u) + lambda + 0.43);
            if (us >= 0.07 && v <= squeeze)
            {
                return k;
            }

            if (k < 0 || (us < 0.013 && v > us))
            {
                continue;
            }

            double logRatio = PortableMath.Log(v) + PortableMath.Log(inverseAlpha) - PortableMath.Log((a / (us * us)) + b);
            if (logRatio <= -lambda + (k * logLambda) - LogFactorial(k))
            {
                return k;
            }
        }
    }

    /// <summary>The logarithm of k!, as the logarithm of the gamma function at k + 1 (Stirling's series above 7).</summary>
    private static double LogFactorial(long k)
    {
        if (k <= 1)
        {
            return 0.0;
        }

        double x = k + 1.0;
        double shifted = Math.Max(x, 7.0);
        ReadOnlySpan<double> series =
        [
            8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
            8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
            1.796443723688307e-01, -1.39243221690590e+00,
        ];
        double x2 = 1.0 / shifted * (1.0 / shifted);
        double sum = series[9];
        for (int i = 8; i >= 0; i--)
        {
            sum = (sum * x2) + series[i];
        }

        const double HalfLog2Pi = 0.5 * 1.8378770664093453;
        double result = (sum / shifted) + HalfLog2Pi + ((shifted - 0.5) * PortableMath.Log(shifted)) - shifted;
        for (; shifted > x; shifted--)
        {
            result -= PortableMath.Log(shifted - 1.0);
        }

        return result;
    }
}
