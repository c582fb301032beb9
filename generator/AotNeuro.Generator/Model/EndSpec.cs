namespace AotNeuro.Generator.Model;

/// <summary>What a connection joins or a probe records: an object, or its neurons; all of it, or some dimensions.</summary>
/// <param name="Text">As the user wrote it.</param>
/// <param name="Name">The object.</param>
/// <param name="IsNeurons">Whether its neurons are meant: <c>"A.Neurons"</c>.</param>
/// <param name="Slice">The dimensions or neurons meant; null for all.</param>
/// <param name="IsReadable">Whether the text could be read.</param>
internal sealed record EndSpec(string Text, string Name, bool IsNeurons, SliceSpec? Slice, bool IsReadable)
{
    /// <summary>The learning rule meant, by its name, if <see cref="Name"/> is a connection of which one is: <c>"C.PES"</c>.</summary>
    public string? Rule { get; init; }

    /// <summary>The indices that the slice picks of so many; empty for all of them, null if one lies outside.</summary>
    public EquatableArray<int>? Indices(int size) => Slice is null ? new EquatableArray<int>() : Slice.Resolve(size);

    /// <summary>How many of so many values are meant; -1 if that cannot be said.</summary>
    public int SizeOf(int whole) => whole < 0 || Slice is null ? whole : Slice.Resolve(whole)?.Count ?? -1;
}

/// <summary>A slice in C#'s notation: <c>[2]</c>, <c>[^1]</c>, <c>[1..]</c>, <c>[..^1]</c>, or a list, <c>[0, 2, 1]</c>.</summary>
internal sealed record SliceSpec(bool IsRange, EquatableArray<SliceIndex> Indices)
{
    /// <summary>The indices meant of so many; null if one lies outside, or none is left.</summary>
    public EquatableArray<int>? Resolve(int size)
    {
        int[] places = Indices.Select(index => index.FromEnd ? size - index.Value : index.Value).ToArray();
        if (IsRange)
        {
            bool fits = 0 <= places[0] && places[0] < places[1] && places[1] <= size;
            return fits ? Enumerable.Range(places[0], places[1] - places[0]).ToEquatableArray() : null;
        }

        return places.All(place => 0 <= place && place < size) ? places.ToEquatableArray() : null;
    }
}

/// <summary>An index, counted from the end if it was written with a caret.</summary>
internal sealed record SliceIndex(int Value, bool FromEnd);
