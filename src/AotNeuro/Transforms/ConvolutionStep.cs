using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>
/// Applies a convolution or its transpose as products of matrices, whose left factors are not copied but read from the padded
/// input: see <see cref="ConvolutionProduct"/>.
/// </summary>
/// <remarks>
/// An output is summed in the order of the inputs in space, then channels, padding included, as in Nengo.
/// </remarks>
internal sealed class ConvolutionStep : TransformStep
{
    private readonly double[] _kernel;
    private readonly PaddedSource _source;
    private readonly ConvolutionProduct[] _products;
    private readonly int _filters;
    private readonly double[]? _channelsLast;

    /// <summary>Plans a step.</summary>
    /// <param name="transform">The transform.</param>
    /// <param name="kernel">Its kernel, <c>[kernel size ..., input channels / groups, filters]</c>.</param>
    public ConvolutionStep(ConvolutionBase transform, double[] kernel)
        : base(transform.SizeIn, transform.SizeOut)
    {
        AxisWindows[][] windows = [.. Enumerable.Range(0, transform.InputShape.Dimensions).Select(transform.Windows)];
        _kernel = kernel;
        _source = new(transform.InputShape, windows);
        _filters = transform.Filters;
        _channelsLast = transform.OutputShape.ChannelsLast ? null : new double[transform.SizeOut];
        _products = [.. Combinations(windows).SelectMany(axes => Products(transform, axes))];
    }

    /// <summary>The kernel, <c>[kernel size ..., input channels / groups, filters]</c>.</summary>
    public override ReadOnlySpan<double> Weights => _kernel;

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<double> source, Span<double> target)
    {
        CheckLengths(source, target);
        ReadOnlySpan<double> padded = _source.Fill(source);
        Span<double> result = _channelsLast is null ? target : _channelsLast;
        foreach (ConvolutionProduct product in _products)
        {
            product.Multiply(padded, result);
        }

        if (_channelsLast is not null)
        {
            PutChannelsFirst(_channelsLast, target);
        }
    }

    private void PutChannelsFirst(ReadOnlySpan<double> source, Span<double> target)
    {
        int points = target.Length / _filters;
        for (int filter = 0; filter < _filters; filter++)
        {
            Span<double> channel = target.Slice(filter * points, points);
            for (int i = 0; i < channel.Length; i++)
            {
                channel[i] = source[i * _filters + filter];
            }
        }
    }

    /// <summary>Every choice of one set of windows for each dimension.</summary>
    private static IEnumerable<AxisWindows[]> Combinations(AxisWindows[][] windows)
    {
        IEnumerable<AxisWindows[]> chosen = [[]];
        foreach (AxisWindows[] choices in windows)
        {
            chosen = chosen.SelectMany(axes => choices.Select(choice => (AxisWindows[])[.. axes, choice]));
        }

        return chosen;
    }

    /// <summary>The outputs of one choice of windows, a product for each group.</summary>
    private IEnumerable<ConvolutionProduct> Products(ConvolutionBase transform, AxisWindows[] axes)
    {
        int channels = transform.InputShape.ChannelCount / transform.Groups;
        int filters = _filters / transform.Groups;
        int[] sources = GridOffsets.All([.. axes.Select((axis, i) => Shifted(axis.Starts, _source.Before[i]))], _source.Strides);
        int[] targets = GridOffsets.All(
            [.. axes.Select(axis => axis.Outputs)], GridOffsets.Strides(transform.OutputShape.SpatialShape, _filters));
        int[] runs = GridOffsets.All([.. axes.Select(axis => Enumerable.Range(0, axis.Taps.Length).ToArray())], _source.Strides);
        int[] taps = GridOffsets.All(
            [.. axes.Select(axis => axis.Taps)], GridOffsets.Strides(transform.KernelSize, channels * _filters));

        // With one group, what a window reads along the last dimension lies together.
        int joined = transform.Groups == 1 ? Math.Max(axes[^1].Taps.Length, 1) : 1;
        int[] joinedRuns = [.. runs.Where((_, i) => i % joined == 0)];
        for (int group = 0; group < transform.Groups; group++)
        {
            yield return new ConvolutionProduct(
                Shifted(sources, group * channels),
                Shifted(targets, group * filters),
                joinedRuns,
                joined * channels,
                Factor(taps, channels, group * filters, filters),
                filters);
        }
    }

    /// <summary>The part of the kernel that a product needs, <c>[taps * channels, filters]</c>.</summary>
    private double[] Factor(int[] taps, int channels, int firstFilter, int filters)
    {
        var factor = new double[taps.Length * channels * filters];
        for (int row = 0; row < taps.Length * channels; row++)
        {
            int start = taps[row / channels] + row % channels * _filters + firstFilter;
            _kernel.AsSpan(start, filters).CopyTo(factor.AsSpan(row * filters));
        }

        return factor;
    }

    private static int[] Shifted(int[] values, int by) => [.. values.Select(value => value + by)];
}
