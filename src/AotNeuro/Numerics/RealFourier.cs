using System.Runtime.CompilerServices;

namespace AotNeuro.Numerics;

/// <summary>
/// The discrete Fourier transform of real numbers, of which the frequencies up to half the length are enough, and back. What it needs is made
/// once, and a transform allocates nothing. One thread at a time.
/// </summary>
/// <remarks>
/// Even lengths take a complex transform of half the length, of the numbers at even places as real and those at odd ones as imaginary
/// parts (W. H. Press and others, "Numerical Recipes", 3rd edition, section 12.3.2).
/// </remarks>
internal sealed class RealFourier
{
    private readonly ComplexFourier _complex;
    private readonly (double Cos, double Sin)[] _turns;
    private readonly double[] _re;
    private readonly double[] _im;
    private readonly int _length;

    /// <summary>Prepares transforms.</summary>
    /// <param name="length">Their length, 1 or more.</param>
    public RealFourier(int length)
    {
        _length = length;
        int size = length % 2 == 0 ? length / 2 : length;
        _complex = new(size);
        (_re, _im) = (new double[size + 1], new double[size + 1]);
        _turns = new (double, double)[size + 1];
        for (int i = 0; i <= size; i++)
        {
            _turns[i] = ComplexFourier.Turn(i, length);
        }
    }

    /// <summary>Number of frequencies, half the length and one.</summary>
    public int Frequencies => _length / 2 + 1;

    private int Size => _re.Length - 1;

    /// <summary><c>X[k] = sum over j of x[j] exp(-2 pi i j k / n)</c>.</summary>
    /// <param name="values">The numbers x, <c>[length]</c>.</param>
    /// <param name="re">Receives real parts, <c>[Frequencies]</c>.</param>
    /// <param name="im">Receives imaginary parts, as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(ReadOnlySpan<double> values, Span<double> re, Span<double> im)
    {
        if (_length % 2 != 0)
        {
            values.CopyTo(_re);
            _im.AsSpan().Clear();
            _complex.Forward(_re.AsSpan(0, Size), _im.AsSpan(0, Size));
            _re.AsSpan(0, Frequencies).CopyTo(re);
            _im.AsSpan(0, Frequencies).CopyTo(im);
            return;
        }

        for (int i = 0; i < Size; i++)
        {
            (_re[i], _im[i]) = (values[2 * i], values[2 * i + 1]);
        }

        _complex.Forward(_re.AsSpan(0, Size), _im.AsSpan(0, Size));
        (_re[Size], _im[Size]) = (_re[0], _im[0]);
        for (int k = 0; k <= Size; k++)
        {
            // Twice the transforms of even and odd places; the odd ones are -i times a difference, turned by k places of n.
            (double evenRe, double evenIm) = (_re[k] + _re[Size - k], _im[k] - _im[Size - k]);
            (double oddRe, double oddIm) = (_im[k] + _im[Size - k], _re[Size - k] - _re[k]);
            (double cos, double sin) = _turns[k];
            re[k] = 0.5 * (evenRe + ((oddRe * cos) + (oddIm * sin)));
            im[k] = 0.5 * (evenIm + ((oddIm * cos) - (oddRe * sin)));
        }
    }

    /// <summary>The numbers whose transform this is: the inverse of <see cref="Forward"/>, the division by n included.</summary>
    /// <remarks>Imaginary parts of the first frequency, and of the last if the length is even, are not those of real numbers; they count nothing.</remarks>
    /// <param name="re">Real parts, <c>[Frequencies]</c>.</param>
    /// <param name="im">Imaginary parts, as many.</param>
    /// <param name="values">Receives the numbers, <c>[length]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Inverse(ReadOnlySpan<double> re, ReadOnlySpan<double> im, Span<double> values)
    {
        if (_length % 2 != 0)
        {
            InverseOfOdd(re, im, values);
            return;
        }

        double scale = 1.0 / _length;
        for (int k = 0; k < Size; k++)
        {
            (double im1, double im2) = (k == 0 ? 0.0 : im[k], k == 0 ? 0.0 : im[Size - k]);
            (double evenRe, double evenIm) = (re[k] + re[Size - k], im1 - im2);
            (double differenceRe, double differenceIm) = (re[k] - re[Size - k], im1 + im2);
            (double cos, double sin) = _turns[k];
            (double oddRe, double oddIm) = ((differenceRe * cos) - (differenceIm * sin), (differenceIm * cos) + (differenceRe * sin));
            (_re[k], _im[k]) = (scale * (evenRe - oddIm), scale * (evenIm + oddRe));
        }

        // With real and imaginary parts exchanged, the forward transform is the inverse one.
        _complex.Forward(_im.AsSpan(0, Size), _re.AsSpan(0, Size));
        for (int i = 0; i < Size; i++)
        {
            (values[2 * i], values[2 * i + 1]) = (_re[i], _im[i]);
        }
    }

    private void InverseOfOdd(ReadOnlySpan<double> re, ReadOnlySpan<double> im, Span<double> values)
    {
        double scale = 1.0 / _length;
        (_re[0], _im[0]) = (scale * re[0], 0.0);
        for (int k = 1; k < Frequencies; k++)
        {
            (_re[k], _im[k]) = (scale * re[k], scale * im[k]);
            (_re[Size - k], _im[Size - k]) = (_re[k], -_im[k]);
        }

        _complex.Forward(_im.AsSpan(0, Size), _re.AsSpan(0, Size));
        _re.AsSpan(0, Size).CopyTo(values);
    }
}
