namespace AotNeuro;

/// <summary>
/// A convolution over a grid of any number of dimensions. As is usual for neural networks, and in Nengo, the kernel is not flipped:
/// <c>y[o, f] = sum over k and c of kernel[k, c, f] x[o * stride + k - padding, c]</c>.
/// </summary>
public sealed record Convolution : ConvolutionBase
{
    /// <summary>Makes a convolution whose kernel is drawn by the connection's generator.</summary>
    /// <param name="filters">Number of filters: the channels of the output.</param>
    /// <param name="inputShape">Shape of the values that go in.</param>
    /// <param name="kernelSize">Extents of the kernel in space. Default 3 for each dimension.</param>
    /// <param name="strides">Distance of neighbouring positions of the kernel. Default 1 for each dimension.</param>
    /// <param name="padding">What is done at the edges. Default <see cref="Padding.Valid"/>.</param>
    /// <param name="groups">
    /// Number of groups of channels, which divides the input's channels and the filters: a filter sees the channels of its own
    /// group only. Default 1.
    /// </param>
    /// <param name="init">The distribution of the kernel. Default <c>Uniform(-1, 1)</c>.</param>
    /// <exception cref="ArgumentException">The arguments do not fit each other, or the output would be empty.</exception>
    public Convolution(
        int filters,
        ChannelShape inputShape,
        int[]? kernelSize = null,
        int[]? strides = null,
        Padding padding = Padding.Valid,
        int groups = 1,
        Distribution? init = null)
        : base(filters, inputShape, kernelSize, strides, padding, groups)
    {
        Init = init ?? new Uniform(-1.0, 1.0);
        CheckKernelFits();
        OutputShape = Convolved(inputShape, filters);
    }

    /// <summary>Makes a convolution with a given kernel.</summary>
    /// <param name="filters">Number of filters: the channels of the output.</param>
    /// <param name="inputShape">Shape of the values that go in.</param>
    /// <param name="kernel">
    /// An array of finite <c>double</c>, <c>[kernel size ..., input channels / groups, filters]</c>: for images a
    /// <c>double[,,,]</c>.
    /// </param>
    /// <param name="strides">Distance of neighbouring positions of the kernel. Default 1 for each dimension.</param>
    /// <param name="padding">What is done at the edges. Default <see cref="Padding.Valid"/>.</param>
    /// <param name="groups">
    /// Number of groups of channels, which divides the input's channels and the filters: a filter sees the channels of its own
    /// group only. Default 1.
    /// </param>
    /// <exception cref="ArgumentException">The arguments do not fit each other, or the output would be empty.</exception>
    public Convolution(
        int filters, ChannelShape inputShape, Array kernel, int[]? strides = null, Padding padding = Padding.Valid, int groups = 1)
        : base(filters, inputShape, kernel, strides, padding, groups)
    {
        CheckKernelFits();
        OutputShape = Convolved(inputShape, filters);
    }

    /// <inheritdoc/>
    public override ChannelShape OutputShape { get; }

    /// <inheritdoc/>
    internal override AxisWindows[] Windows(int dimension)
    {
        (int input, int output) = (InputShape.SpatialShape[dimension], OutputShape.SpatialShape[dimension]);
        int before = PaddingBefore(dimension, input, output);
        return [AxisWindows.OfConvolution(output, KernelSize[dimension], Strides[dimension], before)];
    }

    private void CheckKernelFits()
    {
        for (int i = 0; i < KernelSize.Length; i++)
        {
            if (Padding == Padding.Valid && KernelSize[i] > InputShape.SpatialShape[i])
            {
                throw new ArgumentException(
                    $"A kernel of {KernelSize[i]} in dimension {i} is larger than the input {InputShape}, so that the output "
                    + "would be empty: make it smaller, or ask for padding Same.",
                    "padding");
            }
        }
    }
}
