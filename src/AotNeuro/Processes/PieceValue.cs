namespace AotNeuro;

/// <summary>The value of a piece of a <see cref="Piecewise"/>: a number, a vector, or a function of time.</summary>
public sealed class PieceValue
{
    private readonly Action<double, Span<double>> _function;

    private PieceValue(int size, double[]? constant, Action<double, Span<double>> function) =>
        (Size, Constant, _function) = (size, constant, function);

    /// <summary>Number of values.</summary>
    public int Size { get; }

    /// <summary>The value that does not depend on time; null for a function.</summary>
    internal double[]? Constant { get; }

    /// <summary>A constant number.</summary>
    public static implicit operator PieceValue(double value) => FromValues(value);

    /// <summary>A constant vector.</summary>
    public static implicit operator PieceValue(double[] values) => FromValues(values);

    /// <summary>A constant vector.</summary>
    /// <param name="values">The values, at least one, all finite.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public static PieceValue FromValues(params double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] copy = ValueList.Copy(values, nameof(values)).Span.ToArray();
        return new(copy.Length, copy, (_, output) => copy.CopyTo(output));
    }

    /// <summary>A number that depends on time.</summary>
    /// <param name="function">The number at a time in seconds.</param>
    public static PieceValue From(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(1, null, (time, output) => output[0] = function(time));
    }

    /// <summary>A vector that depends on time.</summary>
    /// <param name="size">Number of values.</param>
    /// <param name="function">Is given a time in seconds and writes the values.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not above 0.</exception>
    public static PieceValue From(int size, Action<double, Span<double>> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(Arguments.Positive(size), null, function);
    }

    /// <summary>Writes the value at a time.</summary>
    internal void Evaluate(double time, Span<double> output) => _function(time, output);
}
