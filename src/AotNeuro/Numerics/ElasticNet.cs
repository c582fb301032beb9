namespace AotNeuro.Numerics;

/// <summary>Minimizes <c>|A x - y|^2 / 2 + l1 |x|_1 + l2 |x|^2 / 2</c> by cyclic coordinate descent.</summary>
/// <remarks>Friedman, Hastie and Tibshirani (2010); the stopping rule is scikit-learn's, which bounds the error by a duality gap.</remarks>
internal sealed class ElasticNet
{
    private readonly double[] _columns;
    private readonly double[] _squares;
    private readonly int _rows;
    private readonly double _l1;
    private readonly double _l2;

    /// <summary>Takes a matrix.</summary>
    /// <param name="matrix">A.</param>
    /// <param name="l1">Weight of the sum of magnitudes.</param>
    /// <param name="l2">Weight of half the sum of squares.</param>
    public ElasticNet(MatrixView matrix, double l1, double l2)
    {
        (_columns, _rows, _l1, _l2) = (MatrixProducts.Transpose(matrix), matrix.Rows, l1, l2);
        _squares = new double[matrix.Columns];
        for (int i = 0; i < _squares.Length; i++)
        {
            _squares[i] = VectorLoops.Dot(Column(i), Column(i));
        }
    }

    /// <summary>Finds x, starting from zeros.</summary>
    /// <param name="y">The wanted values.</param>
    /// <param name="tolerance">
    /// Largest change in a round as a share of the largest number, and largest duality gap as a share of |y|^2.
    /// </param>
    /// <param name="maxRounds">Rounds at most.</param>
    /// <param name="x">Receives the minimum.</param>
    /// <returns>The number of rounds.</returns>
    public int Minimize(ReadOnlySpan<double> y, double tolerance, int maxRounds, Span<double> x)
    {
        x.Clear();
        double[] residual = y.ToArray();
        double largestGap = tolerance * VectorLoops.Dot(y, y);
        for (int round = 1; round < maxRounds; round++)
        {
            (double change, double largest) = Improve(x, residual);
            bool isStill = largest == 0.0 || change < tolerance * largest;
            if (isStill && Gap(x, y, residual) <= largestGap)
            {
                return round;
            }
        }

        Improve(x, residual);
        return maxRounds;
    }

    /// <summary>One round over all unknowns, each set to its minimum with the others as they are.</summary>
    private (double Change, double Largest) Improve(Span<double> x, Span<double> residual)
    {
        double change = 0.0;
        double largest = 0.0;
        for (int i = 0; i < x.Length; i++)
        {
            if (_squares[i] > 0.0)
            {
                ReadOnlySpan<double> column = Column(i);
                double old = x[i];
                VectorLoops.AddScaled(old, column, residual);
                double product = VectorLoops.Dot(column, residual);
                x[i] = Math.CopySign(Math.Max(Math.Abs(product) - _l1, 0.0), product) / (_squares[i] + _l2);
                VectorLoops.AddScaled(-x[i], column, residual);
                change = Math.Max(change, Math.Abs(x[i] - old));
                largest = Math.Max(largest, Math.Abs(x[i]));
            }
        }

        return (change, largest);
    }

    /// <summary>What the value is above the minimum at most: the distance to a point of the dual problem made of the residual.</summary>
    /// <remarks>Without l1 that point is always 0 and says nothing, so that all rounds are made.</remarks>
    private double Gap(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> residual)
    {
        double steepest = 0.0;
        double magnitudes = 0.0;
        for (int i = 0; i < x.Length; i++)
        {
            steepest = Math.Max(steepest, Math.Abs(VectorLoops.Dot(Column(i), residual) - _l2 * x[i]));
            magnitudes += Math.Abs(x[i]);
        }

        double scale = steepest > _l1 ? _l1 / steepest : 1.0;
        double weight = 0.5 * (1.0 + scale * scale);
        return weight * VectorLoops.Dot(residual, residual) + _l1 * magnitudes - scale * VectorLoops.Dot(residual, y)
            + weight * _l2 * VectorLoops.Dot(x, x);
    }

    private ReadOnlySpan<double> Column(int index) => _columns.AsSpan(index * _rows, _rows);
}
