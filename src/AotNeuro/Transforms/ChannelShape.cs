namespace AotNeuro;

/// <summary>
/// The shape of values that lie on a grid of any number of dimensions, with some channels at each point: an image of 28 x 28
/// pixels with 3 colours is <c>new ChannelShape([28, 28, 3])</c>.
/// </summary>
public sealed record ChannelShape
{
    private readonly IntList _shape;

    /// <summary>Makes a shape.</summary>
    /// <param name="shape">The extents, the number of channels among them, each above 0.</param>
    /// <param name="channelsLast">
    /// Whether the channels are the last extent, so that those of a point lie together; else they are the first. Default true.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two extents, one is not above 0, or their product is too large.
    /// </exception>
    public ChannelShape(int[] shape, bool channelsLast = true)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Length < 2)
        {
            throw new ArgumentException(
                $"shape needs at least two numbers, the channels and one extent in space, but has {shape.Length}.", nameof(shape));
        }

        _shape = IntList.CopyPositive(shape, nameof(shape));
        ChannelsLast = channelsLast;
        Size = Product(shape);
    }

    /// <summary>Whether the channels are the last extent; else they are the first.</summary>
    public bool ChannelsLast { get; }

    /// <summary>Number of values: the product of all extents.</summary>
    public int Size { get; }

    /// <summary>The extents, channels included.</summary>
    public ReadOnlySpan<int> Shape => _shape.Span;

    /// <summary>The extents without the channels.</summary>
    public ReadOnlySpan<int> SpatialShape => ChannelsLast ? Shape[..^1] : Shape[1..];

    /// <summary>Number of channels.</summary>
    public int ChannelCount => ChannelsLast ? Shape[^1] : Shape[0];

    /// <summary>Number of dimensions of space.</summary>
    public int Dimensions => Shape.Length - 1;

    /// <summary>Makes a shape of its two parts.</summary>
    /// <param name="spatialShape">The extents without the channels, at least one.</param>
    /// <param name="channelCount">Number of channels.</param>
    /// <param name="channelsLast">Whether the channels are the last extent; else they are the first. Default true.</param>
    /// <exception cref="ArgumentException">There is no extent, one is not above 0, or the product is too large.</exception>
    public static ChannelShape FromSpaceAndChannels(ReadOnlySpan<int> spatialShape, int channelCount, bool channelsLast = true) =>
        new(channelsLast ? [.. spatialShape, channelCount] : [channelCount, .. spatialShape], channelsLast);

    /// <summary>The extents, with the channels marked, such as <c>(28, 28, ch=3)</c>.</summary>
    public override string ToString()
    {
        string space = string.Join(", ", SpatialShape.ToArray());
        return ChannelsLast ? $"({space}, ch={ChannelCount})" : $"(ch={ChannelCount}, {space})";
    }

    private static int Product(int[] shape)
    {
        long size = 1;
        foreach (int extent in shape)
        {
            size *= extent;
            if (size > Array.MaxLength)
            {
                throw new ArgumentException($"shape has more than {Array.MaxLength} values: make it smaller.", nameof(shape));
            }
        }

        return (int)size;
    }
}
