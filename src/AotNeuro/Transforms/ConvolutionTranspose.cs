namespace AotNeuro;

/// <summary>
/// The transpose of a <see cref="Convolution"/> with the same kernel size, strides and padding:
/// <c>y[i * stride + k - padding, f] = sum over k, i and c of kernel[k, c, f] x[i, c]</c>. Filters and input shape are this
/// transform's own.
/// </summary>
public sealed record ConvolutionTranspose : ConvolutionBase
{
    /// <summary>Makes a transposed convolution whose kernel is drawn by the connection's generator.</summary>
    /// <param name="filters">Number of filters: the channels of the output.</param>
    /// <param name="inputShape">Shape of the values that go in.</param>
    /// <param name="outputShape">
    /// Shape of the values that come out: one that the convolution would bring to the input's shape. Default the smallest of those.
    /// </param>
    /// <param name="kernelSize">Extents of the kernel in space. Default 3 for each dimension.</param>
    /// <param name="strides">Distance of neighbouring positions of the kernel. Default 1 for each dimension.</param>
    /// <param name="padding">What is done at the edges. Default <see cref="Padding.Valid"/>.</param>
    /// <param name="groups">
    /// Number of groups of channels, which divides the input's channels and the filters: a filter sees the channels of its own
    /// group only. Default 1.
    /// </param>
    /// <param name="init">The distribution of the kernel. Default <c>Uniform(-1, 1)</c>.</param>
    /// <exception cref="ArgumentException">The arguments do not fit each other.</exception>
    public ConvolutionTranspose(
        int filters,
        ChannelShape inputShape,
        ChannelShape? outputShape = null,
        int[]? kernelSize = null,
        int[]? strides = null,
        Padding padding = Padding.Valid,
        int groups = 1,
        Distribution? init = null)
        : base(filters, inputShape, kernelSize, strides, padding, groups)
    {
        Init = init ?? new Uniform(-1.0, 1.0);
        OutputShape = outputShape is null ? SmallestOutput() : Checked(outputShape);
    }

    /// <summary>Makes a transposed convolution with a given kernel.</summary>
    /// <param name="filters">Number of filters: the channels of the output.</param>
    /// <param name="inputShape">Shape of the values that go in.</param>
    /// <param name="kernel">
    /// An array of finite <c>double</c>, <c>[kernel size ..., input channels / groups, filters]</c>: for images a
    /// <c>double[,,,]</c>.
    /// </param>
    /// <param name="outputShape">
    /// Shape of the values that come out: one that the convolution would bring to the input's shape. Default the smallest of those.
    /// </param>
    /// <param name="strides">Distance of neighbouring positions of the kernel. Default 1 for each dimension.</param>
    /// <param name="padding">What is done at the edges. Default <see cref="Padding.Valid"/>.</param>
    /// <param name="groups">
    /// Number of groups of channels, which divides the input's channels and the filters: a filter sees the channels of its own
    /// group only. Default 1.
    /// </param>
    /// <exception cref="ArgumentException">The arguments do not fit each other.</exception>
    public ConvolutionTranspose(
        int filters,
        ChannelShape inputShape,
        Array kernel,
        ChannelShape? outputShape = null,
        int[]? strides = null,
        Padding padding = Padding.Valid,
        int groups = 1)
        : base(filters, inputShape, kernel, strides, padding, groups) =>
        OutputShape = outputShape is null ? SmallestOutput() : Checked(outputShape);

    /// <inheritdoc/>
    public override ChannelShape OutputShape { get; }

    /// <inheritdoc/>
    internal override AxisWindows[] Windows(int dimension)
    {
        (int input, int output) = (InputShape.SpatialShape[dimension], OutputShape.SpatialShape[dimension]);
        int before = PaddingBefore(dimension, output, input);
        return AxisWindows.OfTranspose(output, KernelSize[dimension], Strides[dimension], before);
    }

    private ChannelShape SmallestOutput()
    {
        int[] space = InputShape.SpatialShape.ToArray();
        for (int i = 0; i < space.Length; i++)
        {
            long extent = (space[i] - 1L) * Strides[i] + (Padding == Padding.Valid ? KernelSize[i] : 1);
            space[i] = (int)Math.Min(extent, int.MaxValue);
        }

        return ChannelShape.FromSpaceAndChannels(space, Filters, InputShape.ChannelsLast);
    }

    private ChannelShape Checked(ChannelShape outputShape)
    {
        string? mistake =
            outputShape.Dimensions != InputShape.Dimensions
                ? $"must have {InputShape.Dimensions} dimensions, as the input {InputShape}"
            : outputShape.ChannelsLast != InputShape.ChannelsLast ? $"must have its channels where the input {InputShape} has them"
            : outputShape.ChannelCount != Filters ? $"must have one channel for each filter: {Filters}"
            : !HoldsKernel(outputShape) || Convolved(outputShape, InputShape.ChannelCount) != InputShape
                ? $"is none that a convolution brings to the input {InputShape}; the smallest is {SmallestOutput()}"
            : null;
        return mistake is null
            ? outputShape
            : throw new ArgumentException($"outputShape {outputShape} {mistake}.", nameof(outputShape));
    }

    private bool HoldsKernel(ChannelShape shape)
    {
        for (int i = 0; i < KernelSize.Length; i++)
        {
            if (Padding == Padding.Valid && KernelSize[i] > shape.SpatialShape[i])
            {
                return false;
            }
        }

        return true;
    }
}
