using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>How far decoded values are from what was wanted.</summary>
internal static class DecoderErrors
{
    /// <summary>Root mean squares over the points of <c>activities . decoders - targets</c>, one per column.</summary>
    public static double[] Find(MatrixView activities, MatrixView targets, ReadOnlySpan<double> decoders)
    {
        double[] byColumn = MatrixProducts.Transpose(new(decoders, activities.Columns, targets.Columns));
        var squares = new double[targets.Columns];
        AddSquares(activities, targets, byColumn, squares);
        return Roots(squares, activities.Rows);
    }

    /// <summary>Adds the squares of the errors at some points.</summary>
    /// <param name="activities">Rates at these points, <c>[points, neurons]</c>.</param>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <param name="byColumn">The decoders, <c>[columns, neurons]</c>.</param>
    /// <param name="squares">One sum per column.</param>
    public static void AddSquares(MatrixView activities, MatrixView targets, ReadOnlySpan<double> byColumn, Span<double> squares)
    {
        int n = activities.Columns;
        for (int point = 0; point < activities.Rows; point++)
        {
            ReadOnlySpan<double> rates = activities.Row(point);
            ReadOnlySpan<double> wanted = targets.Row(point);
            for (int column = 0; column < squares.Length; column++)
            {
                double error = VectorLoops.Dot(rates, byColumn.Slice(column * n, n)) - wanted[column];
                squares[column] += error * error;
            }
        }
    }

    /// <summary>Root mean squares from sums of squares.</summary>
    public static double[] Roots(double[] squares, int points) => Array.ConvertAll(squares, sum => Math.Sqrt(sum / points));
}
