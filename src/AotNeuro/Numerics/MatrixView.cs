namespace AotNeuro;

/// <summary>A read-only view of numbers as a matrix, row after row; it copies nothing.</summary>
/// <param name="data">The numbers, at least <paramref name="rows"/> times <paramref name="columns"/>.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="columns">Number of columns.</param>
/// <exception cref="ArgumentException">The shape does not fit the data.</exception>
public readonly ref struct MatrixView(ReadOnlySpan<double> data, int rows, int columns)
{
    private readonly ReadOnlySpan<double> _data =
        rows >= 0 && columns >= 0 && data.Length == (long)rows * columns
            ? data
            : throw new ArgumentException($"{data.Length} values do not make a matrix of {rows} rows and {columns} columns.", nameof(data));

    /// <summary>Number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Number of columns.</summary>
    public int Columns { get; } = columns;

    /// <summary>All values, row after row.</summary>
    public ReadOnlySpan<double> Values => _data;

    /// <summary>The value in a row and column.</summary>
    public double this[int row, int column] => Row(row)[column];

    /// <summary>One row.</summary>
    public ReadOnlySpan<double> Row(int row) => _data.Slice(row * Columns, Columns);

    /// <summary>A copy of one column.</summary>
    public double[] Column(int column)
    {
        var values = new double[Rows];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = this[row, column];
        }

        return values;
    }

    /// <summary>A copy as a rectangular array.</summary>
    public double[,] ToArray()
    {
        var values = new double[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                values[row, column] = this[row, column];
            }
        }

        return values;
    }
}
