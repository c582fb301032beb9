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
            double[] decoder = matrix.Column(column);
            for (int point = 0; point < activities.Rows; point++)
            {
                double error = VectorLoops.Dot(activities.Row(point), decoder) - targets[point, column];
                squares[column] += error * error;
            }
        }

        return Roots(squares, activities.Rows);
    }

    /// <summary>Root mean squares from sums of squares.</summary>
    public static double[] Roots(double[] squares, int points) => Array.ConvertAll(squares, sum => Math.Sqrt(sum / points));
}
