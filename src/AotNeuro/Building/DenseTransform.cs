using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>A connection's linear transform as a matrix: a number or a diagonal is spread out, a distribution is drawn from.</summary>
internal static class DenseTransform
{
    /// <summary>The matrix, <c>[rows, columns]</c>.</summary>
    /// <param name="name">The connection's name.</param>
    /// <param name="source">What the model gives; null for the unit matrix.</param>
    /// <param name="rows">Number of values after the transform.</param>
    /// <param name="columns">Number of values before it.</param>
    /// <param name="random">The connection's generator.</param>
    /// <exception cref="BuildException">It has another shape, or is not finite.</exception>
    public static double[] Matrix(string name, ValueSource? source, int rows, int columns, RandomState random)
    {
        ValueSource transform = source ?? 1.0;
        double[]? given = transform.Values;
        bool isMatrix = given is null || (given.Length == rows * columns && transform.Columns == columns);
        if (isMatrix)
        {
            return SampledValues.Take(name, "transform's values", transform, rows, columns, random);
        }

        bool isNumber = given!.Length == 1 && transform.Columns == 1;
        bool isDiagonal = given.Length == columns && transform.Columns == 0;
        if (rows != columns || !(isNumber || isDiagonal))
        {
            string what = source is null ? "there is no transform" : $"the transform is {SampledValues.Shape(transform)}";
            throw new BuildException(
                name, $"{what}, and a function of {columns} values needs a matrix of {rows} x {columns} for a target of {rows}.");
        }

        double[] diagonal = SampledValues.Take(name, "transform's values", transform, rows, 1, random);
        var matrix = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            matrix[i * columns + i] = diagonal[i];
        }

        return matrix;
    }
}
