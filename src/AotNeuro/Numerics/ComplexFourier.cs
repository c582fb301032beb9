using System.Runtime.CompilerServices;

namespace AotNeuro.Numerics;

/// <summary>
/// The discrete Fourier transform of complex numbers, <c>X[k] = sum over j of x[j] exp(-2 pi i j k / n)</c>, for one length: what it needs
/// is made once, and a transform allocates nothing. One thread at a time.
/// </summary>
/// <remarks>
/// Stockham's form of the fast transform (W. T. Cochran and others, "What is the fast Fourier transform?", Proceedings of the IEEE 55, 1967),
/// which needs no reordering, in stages of radix 4, 2 and the odd primes that divide the length. It takes <c>n</c> times the sum of the
/// radices; a length with a large prime factor is better made a convolution (see <see cref="FourierTransform"/>).
/// </remarks>
internal sealed class ComplexFourier
{
    private readonly Stage[] _stages;
    private readonly double[] _re;
    private readonly double[] _im;

    /// <summary>Prepares transforms.</summary>
    /// <param name="length">Their length, 1 or more.</param>
    public ComplexFourier(int length)
    {
        (_re, _im) = (new double[length], new double[length]);
        var stages = new List<Stage>();
        for (int left = length, stride = 1; left > 1;)
        {
            int radix = SmallestRadix(left);
            stages.Add(new(radix, left / radix, stride));
            (left, stride) = (left / radix, stride * radix);
        }

        _stages = [.. stages];
    }

    /// <summary>Transforms real and imaginary parts in place; given the other way round, it is the inverse transform, times n.</summary>
    /// <param name="re">Real parts.</param>
    /// <param name="im">Imaginary parts, as many.</param>
    public void Forward(Span<double> re, Span<double> im)
    {
        bool isBack = false;
        foreach (Stage stage in _stages)
        {
            if (isBack)
            {
                stage.Run(_re, _im, re, im);
            }
            else
            {
                stage.Run(re, im, _re, _im);
            }

            isBack = !isBack;
        }

        if (isBack)
        {
            _re.CopyTo(re);
            _im.CopyTo(im);
        }
    }

    /// <summary>Whether a length is better transformed so than as a convolution: it has no large prime factor.</summary>
    public static bool Suits(int length)
    {
        foreach (int factor in (ReadOnlySpan<int>)[2, 3, 5, 7])
        {
            while (length % factor == 0)
            {
                length /= factor;
            }
        }

        return length == 1;
    }

    /// <summary>Cosine and sine of a part of a turn.</summary>
    public static (double Cos, double Sin) Turn(long part, long whole)
    {
        double angle = 2.0 * Math.PI * (part <= whole / 2 ? part : part - whole) / whole;
        return (PortableMath.Cos(angle), PortableMath.Sin(angle));
    }

    private static int SmallestRadix(int length)
    {
        if (length % 2 == 0)
        {
            return length % 4 == 0 ? 4 : 2;
        }

        int radix = 3;
        while (length % radix != 0)
        {
            radix += 2;
        }

        return radix;
    }

    /// <summary>
    /// A stage: transforms of <c>radix</c> numbers that lie <c>groups * stride</c> apart, turned on by what remains of the whole one.
    /// </summary>
    private sealed class Stage
    {
        private readonly int _radix;
        private readonly int _groups;
        private readonly int _stride;

        /// <summary>Cosines and sines of the turns of each group, of its second output on, and for odd radices of a transform's own.</summary>
        private readonly (double Cos, double Sin)[] _turns;
        private readonly (double Cos, double Sin)[] _roots;

        public Stage(int radix, int groups, int stride)
        {
            (_radix, _groups, _stride) = (radix, groups, stride);
            _turns = new (double, double)[groups * radix];
            for (int i = 0; i < _turns.Length; i++)
            {
                _turns[i] = Turn((long)(i / radix) * (i % radix), (long)groups * radix);
            }

            _roots = new (double, double)[radix];
            for (int i = 0; i < radix; i++)
            {
                _roots[i] = Turn(i, radix);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(ReadOnlySpan<double> re, ReadOnlySpan<double> im, Span<double> toRe, Span<double> toIm)
        {
            int apart = _groups * _stride;
            for (int group = 0; group < _groups; group++)
            {
                ReadOnlySpan<(double Cos, double Sin)> turns = _turns.AsSpan(group * _radix, _radix);
                int from = group * _stride;
                int to = from * _radix;
                for (int i = 0; i < _stride; i++)
                {
                    switch (_radix)
                    {
                        case 4:
                            Four(re[(from + i)..], im[(from + i)..], apart, turns, toRe[(to + i)..], toIm[(to + i)..], _stride);
                            break;
                        case 2:
                            Two(re[(from + i)..], im[(from + i)..], apart, turns, toRe[(to + i)..], toIm[(to + i)..], _stride);
                            break;
                        default:
                            Odd(re[(from + i)..], im[(from + i)..], apart, turns, toRe[(to + i)..], toIm[(to + i)..]);
                            break;
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Two(
            ReadOnlySpan<double> re,
            ReadOnlySpan<double> im,
            int apart,
            ReadOnlySpan<(double Cos, double Sin)> turns,
            Span<double> toRe,
            Span<double> toIm,
            int toApart)
        {
            (double a, double b, double c, double d) = (re[0], im[0], re[apart], im[apart]);
            (toRe[0], toIm[0]) = (a + c, b + d);
            Put(a - c, b - d, turns[1], toApart, toRe, toIm);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Four(
            ReadOnlySpan<double> re,
            ReadOnlySpan<double> im,
            int apart,
            ReadOnlySpan<(double Cos, double Sin)> turns,
            Span<double> toRe,
            Span<double> toIm,
            int toApart)
        {
            (double evenRe, double evenIm) = (re[0] + re[2 * apart], im[0] + im[2 * apart]);
            (double oddRe, double oddIm) = (re[apart] + re[3 * apart], im[apart] + im[3 * apart]);
            (double differenceRe, double differenceIm) = (re[0] - re[2 * apart], im[0] - im[2 * apart]);
            (double quarterRe, double quarterIm) = (im[apart] - im[3 * apart], re[3 * apart] - re[apart]);
            (toRe[0], toIm[0]) = (evenRe + oddRe, evenIm + oddIm);
            Put(differenceRe + quarterRe, differenceIm + quarterIm, turns[1], toApart, toRe, toIm);
            Put(evenRe - oddRe, evenIm - oddIm, turns[2], 2 * toApart, toRe, toIm);
            Put(differenceRe - quarterRe, differenceIm - quarterIm, turns[3], 3 * toApart, toRe, toIm);
        }

        private void Odd(
            ReadOnlySpan<double> re,
            ReadOnlySpan<double> im,
            int apart,
            ReadOnlySpan<(double Cos, double Sin)> turns,
            Span<double> toRe,
            Span<double> toIm)
        {
            for (int k = 0; k < _radix; k++)
            {
                (double sumRe, double sumIm) = (re[0], im[0]);
                for (int j = 1, root = k; j < _radix; j++, root = (root + k) % _radix)
                {
                    (double cos, double sin) = _roots[root];
                    (double a, double b) = (re[j * apart], im[j * apart]);
                    sumRe += (a * cos) + (b * sin);
                    sumIm += (b * cos) - (a * sin);
                }

                Put(sumRe, sumIm, turns[k], k * _stride, toRe, toIm);
            }
        }

        /// <summary>Writes a number, turned backwards.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Put(double re, double im, (double Cos, double Sin) turn, int place, Span<double> toRe, Span<double> toIm)
        {
            toRe[place] = (re * turn.Cos) + (im * turn.Sin);
            toIm[place] = (im * turn.Cos) - (re * turn.Sin);
        }
    }
}
