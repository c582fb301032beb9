using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Points that are given, in their order; nothing is drawn.</summary>
public sealed record Samples : Distribution
{
    private readonly ValueList _values;

    /// <summary>Holds numbers: points of one dimension.</summary>
    /// <param name="values">The numbers, at least one, all finite.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public Samples(ReadOnlySpan<double> values) => (_values, Dimensions) = (ValueList.Copy(values, nameof(values)), 1);

    /// <summary>Holds points.</summary>
    /// <param name="values">The points, one a row, at least one, all finite.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public Samples(double[,] values) =>
        (_values, Dimensions) = (ValueList.Copy(values, nameof(values)), values.GetLength(1));

    /// <summary>Number of dimensions of a point.</summary>
    public int Dimensions { get; }

    /// <summary>Number of points.</summary>
    public int Count => _values.Span.Length / Dimensions;

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        Arguments.Sampling(count, dimensions, destination);
        if (count != Count)
        {
            throw new ArgumentException($"{count} points are asked for, but {Count} are given.", nameof(count));
        }

        if (dimensions != Dimensions)
        {
            throw new ArgumentException(
                $"Points of {dimensions} dimensions are asked for, but those given have {Dimensions}.", nameof(dimensions));
        }

        _values.Span.CopyTo(destination);
    }
}
