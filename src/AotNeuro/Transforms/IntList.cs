namespace AotNeuro;

/// <summary>Whole numbers that a record holds: never changed, and equal if the numbers are.</summary>
internal readonly struct IntList(int[] values) : IEquatable<IntList>
{
    private readonly int[] _values = values;

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<int> Span => _values;

    /// <summary>A copy of numbers above 0.</summary>
    public static IntList CopyPositive(ReadOnlySpan<int> values, string name)
    {
        foreach (int value in values)
        {
            if (value <= 0)
            {
                throw new ArgumentOutOfRangeException(name, value, $"Every number of {name} must be above 0.");
            }
        }

        return new(values.ToArray());
    }

    /// <inheritdoc/>
    public bool Equals(IntList other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IntList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (int value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The numbers as in "3 x 3 x 2".</summary>
    public override string ToString() => string.Join(" x ", _values);
}
