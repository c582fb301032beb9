using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.CompilerServices;

/// <summary>
/// <see cref="CircularConvolution.TransformOut"/> as a fast Fourier transform: products of real and imaginary parts become those of complex
/// numbers, and these the convolution. Used by generated code.
/// </summary>
/// <param name="Dimensions">Number of dimensions.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record InverseSpectrumTransform(int Dimensions) : Transform
{
    /// <inheritdoc/>
    public override int SizeIn => 4 * (Dimensions / 2 + 1);

    /// <inheritdoc/>
    public override int SizeOut => Dimensions;

    /// <inheritdoc/>
    public override TransformStep MakeStep(RandomState random) => new Step(this);

    private sealed class Step(InverseSpectrumTransform transform) : TransformStep(transform.SizeIn, transform.SizeOut)
    {
        private readonly RealFourier _fourier = new(transform.Dimensions);
        private readonly double[] _re = new double[transform.Dimensions / 2 + 1];
        private readonly double[] _im = new double[transform.Dimensions / 2 + 1];

        /// <summary>The matrix, row after row.</summary>
        public override ReadOnlySpan<double> Weights
        {
            get
            {
                double[,] matrix = CircularConvolution.TransformOut(transform.Dimensions);
                return MemoryMarshal.CreateReadOnlySpan(ref matrix[0, 0], matrix.Length);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Apply(ReadOnlySpan<double> source, Span<double> target)
        {
            CheckLengths(source, target);
            for (int k = 0; k < _re.Length; k++)
            {
                ReadOnlySpan<double> products = source.Slice(4 * k, 4);
                (_re[k], _im[k]) = (products[0] - products[1], products[2] + products[3]);
            }

            _fourier.Inverse(_re, _im, target);
        }
    }
}
