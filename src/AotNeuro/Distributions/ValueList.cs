namespace AotNeuro;

/// <summary>Numbers that a record holds: never changed, and equal if the numbers are.</summary>
internal readonly struct ValueList(double[] values) : IEquatable<ValueList>
{
    private readonly double[] _values = values;

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<double> Span => _values;

    /// <summary>A copy of finite numbers, at least one.</summary>
    public static ValueList Copy(ReadOnlySpan<double> values, string name)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException($"{name} must hold at least one value.", name);
        }

        foreach (double value in values)
        {
            Arguments.Finite(value, name);
        }

        return new(values.ToArray());
    }

    /// <summary>The numbers of a matrix, row after row.</summary>
    public static ValueList Copy(double[,] values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        var flat = new double[values.Length];
        Buffer.BlockCopy(values, 0, flat, 0, flat.Length * sizeof(double));
        return Copy(flat, name);
    }

    /// <inheritdoc/>
    public bool Equals(ValueList other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (double value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
