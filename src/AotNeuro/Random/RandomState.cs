using System.Numerics;
using AotNeuro.Numerics;

namespace AotNeuro.Random;

/// <summary>
/// NumPy's legacy random generator (<c>numpy.random.RandomState</c>): the same seed gives the same draws.
/// </summary>
/// <remarks>
/// The bits come from the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded from one integer. NumPy has frozen
/// this stream (NEP 19). Draws that take only + - * / and square roots are equal to NumPy's in every bit; those that take
/// logarithms or powers agree to about a unit in the last place, since NumPy asks the platform for them.
/// An instance is not thread safe.
/// </remarks>
public sealed partial class RandomState
{
    private const int StateLength = 624;
    private const int ShiftLength = 397;

    private readonly uint[] _key = new uint[StateLength];
    private int _position = StateLength;
    private double _cachedGaussian;
    private bool _hasCachedGaussian;

    /// <summary>Makes a generator.</summary>
    /// <param name="seed">The seed; every value is a seed.</param>
    public RandomState(uint seed)
    {
        for (uint i = 0; i < StateLength; i++)
        {
            _key[i] = seed;
            seed = (1812433253u * (seed ^ (seed >> 30))) + i + 1;
        }
    }

    /// <summary>Draws 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_position == StateLength)
        {
            Twist();
        }

        uint y = _key[_position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680u;
        y ^= (y << 15) & 0xEFC60000u;
        return y ^ (y >> 18);
    }

    /// <summary>Draws uniformly from [0, 1) with 53 bits (NumPy's <c>random_sample</c>).</summary>
    public double NextDouble()
    {
        uint high = NextUInt32() >> 5;
        uint low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary>Draws uniformly from [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">Lower bound, included.</param>
    /// <param name="high">Upper bound, excluded but for rounding.</param>
    public double Uniform(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Draws from the normal distribution of mean 0 and standard deviation 1 (NumPy's <c>standard_normal</c>).</summary>
    /// <remarks>Marsaglia's polar method makes two values at a time; the second is kept for the next call.</remarks>
    public double NextGaussian()
    {
        if (_hasCachedGaussian)
        {
            _hasCachedGaussian = false;
            return _cachedGaussian;
        }

        double x, y, radius2;
        do
        {
            x = (2.0 * NextDouble()) - 1.0;
            y = (2.0 * NextDouble()) - 1.0;
            radius2 = (x * x) + (y * y);
        }
        while (radius2 >= 1.0 || radius2 == 0.0);

        double factor = Math.Sqrt(-2.0 * PortableMath.Log(radius2) / radius2);
        _cachedGaussian = factor * x;
        _hasCachedGaussian = true;
        return factor * y;
    }

    /// <summary>Draws from a normal distribution.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="std">Standard deviation, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="std"/> is negative.</exception>
    public double Normal(double mean, double std)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(std);
        return mean + (std * NextGaussian());
    }

    /// <summary>Draws an integer from 0 to <paramref name="high"/> - 1.</summary>
    /// <param name="high">Upper bound, excluded; <see cref="int.MaxValue"/> is how Nengo draws a seed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not positive.</exception>
    public int RandInt(int high) => RandInt(0, high);

    /// <summary>Draws an integer from <paramref name="low"/> to <paramref name="high"/> - 1.</summary>
    /// <param name="low">Lower bound, included.</param>
    /// <param name="high">Upper bound, excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public int RandInt(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        return (int)(low + Interval((uint)((long)high - low - 1)));
    }

    /// <summary>Goes through all that the next draws depend on.</summary>
    internal void VisitState(ref StateVisitor state)
    {
        state.Visit(_key.AsSpan());
        state.Visit(ref _position);
        state.Visit(ref _cachedGaussian);
        state.Visit(ref _hasCachedGaussian);
    }

    /// <summary>Draws from 0 to <paramref name="max"/>, both included, by masked rejection; 0 takes no draw.</summary>
    private uint Interval(uint max)
    {
        if (max == 0)
        {
            return 0;
        }

        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount(max);
        uint value;
        do
        {
            value = NextUInt32() & mask;
        }
        while (value > max);
        return value;
    }

    private void Twist()
    {
        // Two loops, as neither index may run past the end.
        uint[] key = _key;
        int i = 0;
        for (; i < StateLength - ShiftLength; i++)
        {
            key[i] = key[i + ShiftLength] ^ Mix(key[i], key[i + 1]);
        }

        for (; i < StateLength - 1; i++)
        {
            key[i] = key[i + ShiftLength - StateLength] ^ Mix(key[i], key[i + 1]);
        }

        key[i] = key[ShiftLength - 1] ^ Mix(key[i], key[0]);
        _position = 0;

        static uint Mix(uint upper, uint lower)
        {
            uint y = (upper & 0x80000000u) | (lower & 0x7FFFFFFFu);
            return (y >> 1) ^ (0x9908B0DFu & (0u - (y & 1u)));
        }
    }
}
