using AotNeuro.Numerics;

namespace AotNeuro.Random;

/// <content>Binomial draws.</content>
public sealed partial class RandomState
{
    /// <summary>Draws from the binomial distribution: the number of successes in trials.</summary>
    /// <param name="trials">Number of trials, not negative.</param>
    /// <param name="probability">Probability of success, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public int Binomial(int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(probability is >= 0.0 and <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        }

        if (trials == 0 || probability == 0.0)
        {
            return 0;
        }

        // Both methods want the rarer outcome; counting failures mirrors the result.
        if (probability > 0.5)
        {
            return trials - Rare(trials, 1.0 - probability);
        }

        return Rare(trials, probability);

        int Rare(int n, double p) => n * p <= 30.0 ? BinomialByInversion(n, p) : BinomialByRejection(n, p);
    }

    private int BinomialByInversion(int n, double p)
    {
        double q = 1.0 - p;
        double none = PortableMath.Exp(n * PortableMath.Log(q));
        double mean = n * p;
        int bound = (int)Math.Min(n, mean + (10.0 * Math.Sqrt((mean * q) + 1.0)));
        int count = 0;
        double mass = none;
        double u = NextDouble();
        while (u > mass)
        {
            count++;
            if (count > bound)
            {
                count = 0;
                mass = none;
                u = NextDouble();
            }
            else
            {
                u -= mass;
                mass = (n - count + 1) * p * mass / (count * q);
            }
        }

        return count;
    }

    /// <summary>Kachitvichyanukul and Schmeiser's BTPE (1988), for a mean above 30 and a probability not above 1/2.</summary>
    private int BinomialByRejection(int n, double p)
    {
        var hat = new BinomialHat(n, p);
        while (true)
        {
            double u = NextDouble() * hat.Total;
            double v = NextDouble();
            if (hat.Propose(u, ref v) is not { } count)
            {
                continue;
            }

            if (u <= hat.Triangle || hat.Accepts(count, v))
            {
                return count;
            }
        }
    }

    /// <summary>The four regions of BTPE's majorising function: a triangle, a parallelogram and two exponential tails.</summary>
    private readonly struct BinomialHat
    {
        private readonly int _n;
        private readonly int _mode;
        private readonly double _p;
        private readonly double _q;
        private readonly double _middle;
        private readonly double _left;
        private readonly double _right;
        private readonly double _c;
        private readonly double _leftRate;
        private readonly double _rightRate;
        private readonly double _parallelogram;
        private readonly double _leftTail;

        public BinomialHat(int n, double p)
        {
            (_n, _p, _q) = (n, p, 1.0 - p);
            double peak = (n * p) + p;
            _mode = (int)Math.Floor(peak);
            Triangle = Math.Floor((2.195 * Math.Sqrt(n * p * _q)) - (4.6 * _q)) + 0.5;
            _middle = _mode + 0.5;
            _left = _middle - Triangle;
            _right = _middle + Triangle;
            _c = 0.134 + (20.5 / (15.3 + _mode));
            double a = (peak - _left) / (peak - (_left * p));
            _leftRate = a * (1.0 + (a / 2.0));
            a = (_right - peak) / (_right * _q);
            _rightRate = a * (1.0 + (a / 2.0));
            _parallelogram = Triangle * (1.0 + (2.0 * _c));
            _leftTail = _parallelogram + (_c / _leftRate);
            Total = _leftTail + (_c / _rightRate);
        }

        public double Triangle { get; }

        public double Total { get; }

        /// <summary>
        /// The value at a place under the hat, and in <paramref name="v"/> its height; null if it is rejected at once.
        /// </summary>
        public int? Propose(double u, ref double v)
        {
            if (u <= Triangle)
            {
                return (int)Math.Floor(_middle - (Triangle * v) + u);
            }

            if (u <= _parallelogram)
            {
                double x = _left + ((u - Triangle) / _c);
                v = (v * _c) + 1.0 - (Math.Abs(_mode - x + 0.5) / Triangle);
                return v > 1.0 ? null : (int)Math.Floor(x);
            }

            if (v == 0.0)
            {
                return null;
            }

            if (u <= _leftTail)
            {
                double count = Math.Floor(_left + (PortableMath.Log(v) / _leftRate));
                v *= (u - _parallelogram) * _leftRate;
                return count < 0.0 ? null : (int)count;
            }
            else
            {
                double count = Math.Floor(_right - (PortableMath.Log(v) / _rightRate));
                v *= (u - _leftTail) * _rightRate;
                return count > _n ? null : (int)count;
            }
        }

        /// <summary>Whether a height lies under the binomial probability of a value, as a ratio to that of the mode.</summary>
        public bool Accepts(int count, double height)
        {
            long k = Math.Abs(count - _mode);
            double variance = _n * _p * _q;
            if (k <= 20 || k >= (variance / 2.0) - 1.0)
            {
                return height <= RatioToMode(count);
            }

            double rho = k / variance * (((k * ((k / 3.0) + 0.625)) + 0.16666666666666666) / variance + 0.5);
            double t = -(k * k) / (2.0 * variance);
            double logHeight = PortableMath.Log(height);
            if (logHeight < t - rho)
            {
                return true;
            }

            return logHeight <= t + rho && logHeight <= LogRatioToMode(count);
        }

        private double RatioToMode(int count)
        {
            double odds = _p / _q;
            double a = odds * (_n + 1.0);
            double ratio = 1.0;
            for (int i = _mode + 1; i <= count; i++)
            {
                ratio *= (a / i) - odds;
            }

            for (int i = count + 1; i <= _mode; i++)
            {
                ratio /= (a / i) - odds;
            }

            return ratio;
        }

        private double LogRatioToMode(int count)
        {
            double x = count + 1.0;
            double f = _mode + 1.0;
            double z = _n + 1.0 - _mode;
            double w = _n - count + 1.0;
            return (_middle * PortableMath.Log(f / x))
                + ((_n - _mode + 0.5) * PortableMath.Log(z / w))
                + ((count - _mode) * PortableMath.Log(w * _p / (x * _q)))
                + Stirling(f) + Stirling(z) + Stirling(x) + Stirling(w);
        }

        private static double Stirling(double x)
        {
            double x2 = x * x;
            return (13680.0 - ((462.0 - ((132.0 - ((99.0 - (140.0 / x2)) / x2)) / x2)) / x2)) / x / 166320.0;
        }
    }
}
