using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>What <see cref="Convolution"/> and <see cref="ConvolutionTranspose"/> have in common.</summary>
public abstract record ConvolutionBase : Transform
{
    private readonly IntList _kernelSize;
    private readonly IntList _strides;
    private readonly ValueList? _kernel;

    private protected ConvolutionBase(
        int filters, ChannelShape inputShape, int[]? kernelSize, int[]? strides, Padding padding, int groups)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        Filters = Arguments.Positive(filters);
        InputShape = inputShape;
        _kernelSize = PerDimension(kernelSize, 3, nameof(kernelSize));
        _strides = PerDimension(strides, 1, nameof(strides));
        Padding = Enum.IsDefined(padding)
            ? padding
            : throw new ArgumentOutOfRangeException(nameof(padding), padding, "padding must be Valid or Same.");
        Groups = Arguments.Positive(groups);
        if (inputShape.ChannelCount % groups != 0 || filters % groups != 0)
        {
            throw new ArgumentException(
                $"groups must divide the channels of the input and the filters: {groups} does not divide "
                + $"{inputShape.ChannelCount} channels and {filters} filters.",
                nameof(groups));
        }
    }

    private protected ConvolutionBase(
        int filters, ChannelShape inputShape, Array kernel, int[]? strides, Padding padding, int groups)
        : this(filters, inputShape, SpatialPart(kernel, inputShape), strides, padding, groups)
    {
        int channels = inputShape.ChannelCount / groups;
        int dimensions = inputShape.Dimensions;
        if (kernel.GetLength(dimensions) != channels || kernel.GetLength(dimensions + 1) != filters)
        {
            throw new ArgumentException(
                $"kernel has {kernel.GetLength(dimensions)} input channels and {kernel.GetLength(dimensions + 1)} filters, but "
                + $"must have {channels} and {filters}: its last two extents are the input's channels per group and the filters.",
                nameof(kernel));
        }

        _kernel = ValueList.Copy(kernel.Cast<double>().ToArray(), nameof(kernel));
    }

    /// <summary>Number of filters: the channels of the output.</summary>
    public int Filters { get; }

    /// <summary>Shape of the values that go in.</summary>
    public ChannelShape InputShape { get; }

    /// <summary>Shape of the values that come out.</summary>
    public abstract ChannelShape OutputShape { get; }

    /// <summary>Extents of the kernel in space.</summary>
    public ReadOnlySpan<int> KernelSize => _kernelSize.Span;

    /// <summary>Distance of neighbouring positions of the kernel, for each dimension.</summary>
    public ReadOnlySpan<int> Strides => _strides.Span;

    /// <summary>What is done at the edges.</summary>
    public Padding Padding { get; }

    /// <summary>Number of groups of channels: a filter sees the channels of its own group only.</summary>
    public int Groups { get; }

    /// <summary>The distribution that the kernel is drawn from; null if the kernel is given.</summary>
    public Distribution? Init { get; private protected init; }

    /// <inheritdoc/>
    public sealed override int SizeIn => InputShape.Size;

    /// <inheritdoc/>
    public sealed override int SizeOut => OutputShape.Size;

    /// <inheritdoc/>
    /// <remarks>The step's weights are the kernel, <c>[kernel size ..., input channels / groups, filters]</c>.</remarks>
    public sealed override TransformStep MakeStep(RandomState random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return new ConvolutionStep(this, SampleKernel(random));
    }

    /// <summary>The positions of the kernel along a dimension.</summary>
    internal abstract AxisWindows[] Windows(int dimension);

    /// <summary>Zeros before the first value along a dimension of a convolution; TensorFlow's rule, as in Nengo.</summary>
    private protected int PaddingBefore(int dimension, int inputSize, int outputSize) =>
        Padding == Padding.Same
            ? Math.Max((outputSize - 1) * Strides[dimension] + KernelSize[dimension] - inputSize, 0) / 2
            : 0;

    /// <summary>The shape of a convolution's output.</summary>
    private protected ChannelShape Convolved(ChannelShape shape, int channels)
    {
        int[] space = shape.SpatialShape.ToArray();
        for (int i = 0; i < space.Length; i++)
        {
            int positions = Padding == Padding.Valid ? space[i] - KernelSize[i] + 1 : space[i];
            space[i] = (positions - 1) / Strides[i] + 1;
        }

        return ChannelShape.FromSpaceAndChannels(space, channels, shape.ChannelsLast);
    }

    private static int[] SpatialPart(Array kernel, ChannelShape inputShape)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(inputShape);
        int rank = inputShape.Dimensions + 2;
        if (kernel.Rank != rank || kernel.GetType().GetElementType() != typeof(double))
        {
            throw new ArgumentException(
                $"kernel must be an array of double of {rank} dimensions for the input {inputShape}: the kernel's size in each "
                + "dimension of space, the input's channels per group, the filters.",
                nameof(kernel));
        }

        return [.. Enumerable.Range(0, inputShape.Dimensions).Select(kernel.GetLength)];
    }

    /// <summary>Draws position by position, as Nengo does: the distribution sees the numbers of channels and filters.</summary>
    private double[] SampleKernel(RandomState random)
    {
        if (_kernel is { } given)
        {
            return given.Span.ToArray();
        }

        int channels = InputShape.ChannelCount / Groups;
        int block = checked(channels * Filters);
        var kernel = new double[KernelSize.ToArray().Aggregate(block, (product, extent) => checked(product * extent))];
        for (int start = 0; start < kernel.Length; start += block)
        {
            Init!.Sample(channels, Filters, random, kernel.AsSpan(start, block));
        }

        return kernel;
    }

    private IntList PerDimension(int[]? values, int otherwise, string name)
    {
        int dimensions = InputShape.Dimensions;
        if (values is null)
        {
            values = new int[dimensions];
            values.AsSpan().Fill(otherwise);
        }

        return values.Length == dimensions
            ? IntList.CopyPositive(values, name)
            : throw new ArgumentException(
                $"{name} has {values.Length} numbers, but the input {InputShape} has {dimensions} dimensions: give one for each.",
                name);
    }
}
