using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>How far decoded values are from what was wanted.</summary>
internal static class DecoderErrors
{
    /// <summary>Root mean squares over the points of <c>activities . decoders - targets</c>, one per column.</summary>
    public static double[] Find(MatrixView activities, MatrixView targets, ReadOnlySpan<double> decoders)
    {
        var matrix = new MatrixView(decoders, activities.Columns, targets.Columns);
        var squares = new double[targets.Columns];
        for (int column = 0; column < squares.Length; column++)
        {
            squares[column] = AddSquares(0.0, activities, targets, column, matrix.Column(column));
        }

        return Roots(squares, activities.Rows);
    }

    /// <summary>Adds the squares of a column's errors at some points to a sum.</summary>
    /// <param name="sum">The sum so far.</param>
    /// <param name="activities">Rates at these points, <c>[points, neurons]</c>.</param>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <param name="column">The column.</param>
    /// <param name="decoder">Its decoders.</param>
    public static double AddSquares(double sum, MatrixView activities, MatrixView targets, int column, ReadOnlySpan<double> decoder)
    {
        for (int point = 0; point < activities.Rows; point++)
        {
            double error = VectorLoops.Dot(activities.Row(point), decoder) - targets[point, column];
            sum += error * error;
        }

        return sum;
    }

    /// <summary>Root mean squares from sums of squares.</summary>
    public static double[] Roots(double[] squares, int points) => Array.ConvertAll(squares, sum => Math.Sqrt(sum / points));
}
