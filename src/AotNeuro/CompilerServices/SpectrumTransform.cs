using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.CompilerServices;

/// <summary>
/// <see cref="CircularConvolution.TransformA"/> or <see cref="CircularConvolution.TransformB"/> as a fast Fourier transform: for
/// n dimensions about <c>n log n</c> operations instead of <c>2 n^2</c>. Used by generated code.
/// </summary>
/// <param name="Dimensions">Number of dimensions.</param>
/// <param name="Invert">Whether the vector's order is reversed.</param>
/// <param name="IsSecond">Whether the order of real and imaginary parts is that of the second input.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SpectrumTransform(int Dimensions, bool Invert, bool IsSecond) : Transform
{
    /// <inheritdoc/>
    public override int SizeIn => Dimensions;

    /// <inheritdoc/>
    public override int SizeOut => 4 * (Dimensions / 2 + 1);

    /// <inheritdoc/>
    public override TransformStep MakeStep(RandomState random) => new Step(this);

    private sealed class Step(SpectrumTransform transform) : TransformStep(transform.SizeIn, transform.SizeOut)
    {
        private readonly RealFourier _fourier = new(transform.Dimensions);
        private readonly double[] _re = new double[transform.Dimensions / 2 + 1];
        private readonly double[] _im = new double[transform.Dimensions / 2 + 1];
        private readonly double _sign = transform.Invert ? -1.0 : 1.0;
        private readonly bool _isSecond = transform.IsSecond;

        /// <summary>The matrix, row after row.</summary>
        public override ReadOnlySpan<double> Weights
        {
            get
            {
                double[,] matrix = _isSecond
                    ? CircularConvolution.TransformB(transform.Dimensions, transform.Invert)
                    : CircularConvolution.TransformA(transform.Dimensions, transform.Invert);
                return MemoryMarshal.CreateReadOnlySpan(ref matrix[0, 0], matrix.Length);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Apply(ReadOnlySpan<double> source, Span<double> target)
        {
            CheckLengths(source, target);
            _fourier.Forward(source, _re, _im);
            for (int k = 0; k < _re.Length; k++)
            {
                (double re, double im) = (_re[k], _sign * _im[k]);
                Span<double> parts = target.Slice(4 * k, 4);
                (parts[0], parts[1]) = (re, im);
                (parts[2], parts[3]) = _isSecond ? (im, re) : (re, im);
            }
        }
    }
}
