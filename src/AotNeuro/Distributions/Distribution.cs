using AotNeuro.Random;

namespace AotNeuro;

/// <summary>A distribution that values of a model are drawn from, with the draws of Nengo's distribution of the same name.</summary>
public abstract record Distribution
{
    /// <summary>Draws <paramref name="count"/> points of <paramref name="dimensions"/> dimensions.</summary>
    /// <param name="count">Number of points.</param>
    /// <param name="dimensions">Number of dimensions of a point.</param>
    /// <param name="random">The generator to draw from.</param>
    /// <param name="destination">Receives the points, <c>[count, dimensions]</c> row after row.</param>
    /// <exception cref="ArgumentException">The distribution cannot be drawn in that shape.</exception>
    public abstract void Sample(int count, int dimensions, RandomState random, Span<double> destination);
}
