using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>How far decoded values are from what was wanted.</summary>
internal static class DecoderErrors
{
    /// <summary>Root mean squares over the points of <c>activities . decoders - targets</c>, one per column.</summary>
    public static double[] Find(MatrixView activities, MatrixView targets, ReadOnlySpan<double> decoders)
    {
        var matrix = new MatrixView(decoders, activities.Columns, targets.Columns);
        var rmses = new double[targets.Columns];
        for (int column = 0; column < rmses.Length; column++)
        {
            double[] decoder = matrix.Column(column);
            double squares = 0.0;
            for (int point = 0; point < activities.Rows; point++)
            {
                double error = VectorLoops.Dot(activities.Row(point), decoder) - targets[point, column];
                squares += error * error;
            }

            rmses[column] = Math.Sqrt(squares / activities.Rows);
        }

        return rmses;
    }
}
