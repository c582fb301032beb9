namespace AotNeuro;

/// <summary>A copy of a convolution's input with the channels last and zeros around it, so that every window is whole.</summary>
internal sealed class PaddedSource
{
    private readonly bool _channelsLast;
    private readonly int _channels;
    private readonly int _rowLength;
    private readonly int[] _rowStarts;
    private readonly double[] _values;

    /// <summary>Plans the copy.</summary>
    /// <param name="shape">Shape of the input.</param>
    /// <param name="windows">The windows of each dimension, which tell how many zeros are needed.</param>
    public PaddedSource(ChannelShape shape, AxisWindows[][] windows)
    {
        int dimensions = shape.Dimensions;
        int[] extents = shape.SpatialShape.ToArray();
        _channelsLast = shape.ChannelsLast;
        _channels = shape.ChannelCount;
        _rowLength = extents[^1];
        Before = new int[dimensions];
        Strides = new int[dimensions];
        var positions = new int[dimensions][];
        long size = _channels;
        for (int i = dimensions - 1; i >= 0; i--)
        {
            Before[i] = Math.Max(0, -windows[i].Min(window => window.Starts.Min()));
            int end = Math.Max(extents[i], windows[i].Max(window => window.Starts.Max() + window.Taps.Length));
            Strides[i] = (int)size;
            positions[i] = [.. Enumerable.Range(Before[i], i == dimensions - 1 ? 1 : extents[i])];
            IsNeeded |= Before[i] > 0 || end > extents[i];
            size *= Before[i] + end;
            CheckSize(size, shape);
        }

        IsNeeded |= !_channelsLast;
        _rowStarts = GridOffsets.All(positions, Strides);
        _values = IsNeeded ? new double[size] : [];
    }

    /// <summary>Whether the input cannot be read as it is.</summary>
    public bool IsNeeded { get; }

    /// <summary>Zeros before the first value, for each dimension.</summary>
    public int[] Before { get; }

    /// <summary>Distance of neighbouring values, for each dimension.</summary>
    public int[] Strides { get; }

    /// <summary>The padded input.</summary>
    public ReadOnlySpan<double> Fill(ReadOnlySpan<double> source)
    {
        if (!IsNeeded)
        {
            return source;
        }

        int length = _rowLength * _channels;
        for (int row = 0; row < _rowStarts.Length; row++)
        {
            Span<double> target = _values.AsSpan(_rowStarts[row], length);
            if (_channelsLast)
            {
                source.Slice(row * length, length).CopyTo(target);
            }
            else
            {
                Interleave(source[(row * _rowLength)..], target);
            }
        }

        return _values;
    }

    /// <summary>Takes one row out of the grid of each channel.</summary>
    private void Interleave(ReadOnlySpan<double> source, Span<double> target)
    {
        int channelDistance = _rowStarts.Length * _rowLength;
        for (int channel = 0; channel < _channels; channel++)
        {
            ReadOnlySpan<double> row = source.Slice(channel * channelDistance, _rowLength);
            for (int i = 0; i < row.Length; i++)
            {
                target[i * _channels + channel] = row[i];
            }
        }
    }

    private static void CheckSize(long size, ChannelShape shape)
    {
        if (size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"The input {shape} with its padding has more than {Array.MaxLength} values: make it smaller.");
        }
    }
}
