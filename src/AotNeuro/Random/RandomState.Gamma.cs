using AotNeuro.Numerics;

namespace AotNeuro.Random;

/// <content>Exponential, gamma and beta draws.</content>
public sealed partial class RandomState
{
    /// <summary>Draws from the exponential distribution.</summary>
    /// <param name="scale">Mean, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is negative.</exception>
    public double Exponential(double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        return scale * StandardExponential();
    }

    /// <summary>Draws from the gamma distribution.</summary>
    /// <param name="shape">Shape, not negative.</param>
    /// <param name="scale">Scale, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public double Gamma(double shape, double scale = 1.0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shape);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        return scale * StandardGamma(shape);
    }

    /// <summary>Draws from the beta distribution on [0, 1].</summary>
    /// <param name="a">First shape, positive.</param>
    /// <param name="b">Second shape, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
    public double Beta(double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (a <= 1.0 && b <= 1.0)
        {
            return BetaByJohnk(a, b);
        }

        double first = StandardGamma(a);
        double second = StandardGamma(b);
        return first / (first + second);
    }

    private double StandardExponential() => -PortableMath.Log(1.0 - NextDouble());

    private double StandardGamma(double shape) => shape switch
    {
        1.0 => StandardExponential(),
        0.0 => 0.0,
        < 1.0 => GammaByAhrensDieter(shape),
        _ => GammaByMarsagliaTsang(shape),
    };

    private double GammaByAhrensDieter(double shape)
    {
        while (true)
        {
            double u = NextDouble();
            double v = StandardExponential();
            if (u <= 1.0 - shape)
            {
                double x = PortableMath.Pow(u, 1.0 / shape);
                if (x <= v)
                {
                    return x;
                }
            }
            else
            {
                double y = -PortableMath.Log((1.0 - u) / shape);
                double x = PortableMath.Pow(1.0 - shape + (shape * y), 1.0 / shape);
                if (x <= v + y)
                {
                    return x;
                }
            }
        }
    }

    private double GammaByMarsagliaTsang(double shape)
    {
        double b = shape - (1.0 / 3.0);
        double c = 1.0 / Math.Sqrt(9.0 * b);
        while (true)
        {
            double x, v;
            do
            {
                x = NextGaussian();
                v = 1.0 + (c * x);
            }
            while (v <= 0.0);

            v = v * v * v;
            double u = NextDouble();
            if (u < 1.0 - (0.0331 * (x * x) * (x * x))
                || PortableMath.Log(u) < (0.5 * x * x) + (b * (1.0 - v + PortableMath.Log(v))))
            {
                return b * v;
            }
        }
    }

    private double BetaByJohnk(double a, double b)
    {
        while (true)
        {
            double u = NextDouble();
            double v = NextDouble();
            double x = PortableMath.Pow(u, 1.0 / a);
            double y = PortableMath.Pow(v, 1.0 / b);
            if (x + y > 1.0)
            {
                continue;
            }

            if (x + y > 0.0)
            {
                return x / (x + y);
            }

            // Both powers underflow: the same ratio from logarithms.
            double logX = PortableMath.Log(u) / a;
            double logY = PortableMath.Log(v) / b;
            double largest = Math.Max(logX, logY);
            logX -= largest;
            logY -= largest;
            return PortableMath.Exp(logX - PortableMath.Log(PortableMath.Exp(logX) + PortableMath.Exp(logY)));
        }
    }
}
