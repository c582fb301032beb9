using AotNeuro.CompilerServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>The points of the represented space at which decoders are solved, of an ensemble or of one connection.</summary>
internal static class EvaluationPoints
{
    /// <summary>Nengo's number of points that are drawn: 500 per dimension, from 750 to 2500, and at least two per neuron.</summary>
    public static int DefaultCount(int neurons, int dimensions) => Math.Max(Math.Clamp(500 * dimensions, 750, 2500), 2 * neurons);

    /// <summary>Draws points, or takes those given.</summary>
    /// <param name="name">The ensemble or connection.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="drawn">How many are drawn from a distribution.</param>
    /// <param name="dimensions">Dimensions of the ensemble.</param>
    /// <param name="scale">What they are multiplied by: the radius, or 1.</param>
    /// <param name="random">The object's generator.</param>
    /// <returns>The points, <c>[points, dimensions]</c>.</returns>
    /// <exception cref="BuildException">They cannot be drawn, have another shape, or are not finite.</exception>
    public static double[] Take(string name, ValueSource source, int drawn, int dimensions, double scale, RandomState random)
    {
        int count = source.Values is null ? drawn : CountGiven(name, source, dimensions);
        double[] points = SampledValues.Take(name, "evaluation points", source, count, dimensions, random);
        VectorLoops.Scale(scale, points);
        return points;
    }

    /// <summary>The number of points that are given.</summary>
    /// <exception cref="BuildException">They have another number of dimensions.</exception>
    public static int CountGiven(string name, ValueSource source, int dimensions)
    {
        int length = source.Values!.Length;
        return length > 0 && length % dimensions == 0 && (source.Columns == 0 || source.Columns == dimensions)
            ? length / dimensions
            : throw new BuildException(
                name, $"the evaluation points are {SampledValues.Shape(source)}, and must have {dimensions} columns, one per dimension.");
    }
}
