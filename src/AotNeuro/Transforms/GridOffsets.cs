namespace AotNeuro;

/// <summary>Offsets of points of a grid in memory.</summary>
internal static class GridOffsets
{
    /// <summary>The distances of neighbours in a grid that lies row after row.</summary>
    /// <param name="extents">The grid's extents.</param>
    /// <param name="unit">Distance of neighbours in the last dimension.</param>
    public static int[] Strides(ReadOnlySpan<int> extents, int unit)
    {
        var strides = new int[extents.Length];
        for (int i = extents.Length - 1; i >= 0; i--)
        {
            strides[i] = unit;
            unit = checked(unit * extents[i]);
        }

        return strides;
    }

    /// <summary>The offsets of all combinations of positions, the last dimension fastest.</summary>
    /// <param name="positions">Positions along each dimension.</param>
    /// <param name="strides">Distance of neighbours along each dimension.</param>
    public static int[] All(int[][] positions, int[] strides)
    {
        int[] offsets = [0];
        for (int i = 0; i < positions.Length; i++)
        {
            (int[] along, int stride) = (positions[i], strides[i]);
            offsets = [.. offsets.SelectMany(offset => along.Select(position => offset + position * stride))];
        }

        return offsets;
    }
}
