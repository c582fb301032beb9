namespace AotNeuro.Numerics;

/// <summary>A matrix of at least as many rows as columns as an orthogonal one times a triangle (QR), by Householder reflections with pivots.</summary>
internal sealed class TriangularFactor
{
    private readonly double[] _columns;
    private readonly double[] _halves;
    private readonly int _rows;

    /// <summary>Factors a matrix.</summary>
    /// <param name="columns">Its columns, one after the other; kept, and overwritten.</param>
    /// <param name="rows">Its number of rows.</param>
    public TriangularFactor(double[] columns, int rows)
    {
        (_columns, _rows) = (columns, rows);
        int count = columns.Length / rows;
        _halves = new double[count];
        Triangle = new double[count * count];
        Order = Indices.To(count);
        for (int i = 0; i < count; i++)
        {
            Swap(i, FindLongest(i));
            Span<double> mirror = Mirror(i);
            double length = Math.Sqrt(VectorLoops.Dot(mirror, mirror));
            double pivot = mirror[0] > 0.0 ? -length : length;
            _halves[i] = length * (length + Math.Abs(mirror[0]));
            mirror[0] -= pivot;
            Triangle[i * count + i] = pivot;
            for (int next = i + 1; next < count; next++)
            {
                Span<double> column = columns.AsSpan(next * rows + i, rows - i);
                Reflect(i, column);
                Triangle[i * count + next] = column[0];
            }
        }
    }

    /// <summary>The triangle, <c>[columns, columns]</c>, row after row.</summary>
    public double[] Triangle { get; }

    /// <summary>Which column of the matrix is each of the triangle's.</summary>
    public int[] Order { get; }

    /// <summary>Multiplies a vector by the orthogonal factor.</summary>
    /// <param name="vector">The vector, as long as the matrix has rows.</param>
    public void Multiply(Span<double> vector)
    {
        for (int i = _halves.Length - 1; i >= 0; i--)
        {
            Reflect(i, vector[i..]);
        }
    }

    /// <summary>The column with the longest part that is not in the triangle yet.</summary>
    private int FindLongest(int first)
    {
        int longest = first;
        double most = 0.0;
        for (int i = first; i < Order.Length; i++)
        {
            ReadOnlySpan<double> rest = _columns.AsSpan(i * _rows + first, _rows - first);
            double square = VectorLoops.Dot(rest, rest);
            (longest, most) = square > most ? (i, square) : (longest, most);
        }

        return longest;
    }

    private void Swap(int first, int second)
    {
        (Order[first], Order[second]) = (Order[second], Order[first]);
        for (int row = 0; row < first; row++)
        {
            Span<double> entries = Triangle.AsSpan(row * Order.Length, Order.Length);
            (entries[first], entries[second]) = (entries[second], entries[first]);
        }

        for (int row = first; row < _rows; row++)
        {
            ref double entry = ref _columns[first * _rows + row];
            ref double other = ref _columns[second * _rows + row];
            (entry, other) = (other, entry);
        }
    }

    private void Reflect(int index, Span<double> vector)
    {
        if (_halves[index] > 0.0)
        {
            ReadOnlySpan<double> mirror = Mirror(index);
            VectorLoops.AddScaled(-VectorLoops.Dot(mirror, vector) / _halves[index], mirror, vector);
        }
    }

    /// <summary>The normal of a reflection, in place of the column that it made triangular.</summary>
    private Span<double> Mirror(int index) => _columns.AsSpan(index * _rows + index, _rows - index);
}
