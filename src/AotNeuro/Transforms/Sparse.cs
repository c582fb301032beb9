using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>A matrix of which only some entries are not zero.</summary>
/// <remarks>
/// As in Nengo, entries at the same row and column add up, and a row's products are summed from the lowest column to the highest.
/// </remarks>
public sealed record Sparse : Transform
{
    private readonly IntList _rows;
    private readonly IntList _columns;
    private readonly ValueList _values;

    /// <summary>Makes a transform whose entries all have one value.</summary>
    /// <param name="rows">Number of rows: the values that come out.</param>
    /// <param name="columns">Number of columns: the values that go in.</param>
    /// <param name="indices">Row and column, from 0, of each entry that is not zero.</param>
    /// <param name="value">The value of every entry, finite. Default 1.</param>
    /// <exception cref="ArgumentException">An index is out of the matrix, or the value is not finite.</exception>
    public Sparse(int rows, int columns, ReadOnlySpan<(int Row, int Column)> indices, double value = 1.0)
        : this(rows, columns, indices)
    {
        var values = new double[indices.Length];
        values.AsSpan().Fill(Arguments.Finite(value));
        _values = new(values);
    }

    /// <summary>Makes a transform of given values.</summary>
    /// <param name="rows">Number of rows: the values that come out.</param>
    /// <param name="columns">Number of columns: the values that go in.</param>
    /// <param name="indices">Row and column, from 0, of each entry that is not zero.</param>
    /// <param name="values">The entries' values, one for each pair of indices, all finite.</param>
    /// <exception cref="ArgumentException">An index is out of the matrix, or the values do not fit the indices.</exception>
    public Sparse(int rows, int columns, ReadOnlySpan<(int Row, int Column)> indices, ReadOnlySpan<double> values)
        : this(rows, columns, indices)
    {
        if (values.Length != indices.Length)
        {
            throw new ArgumentException(
                $"{values.Length} values do not fit {indices.Length} pairs of indices: give one for each.", nameof(values));
        }

        _values = values.IsEmpty ? new([]) : ValueList.Copy(values, nameof(values));
    }

    /// <summary>Makes a transform whose values are drawn.</summary>
    /// <param name="rows">Number of rows: the values that come out.</param>
    /// <param name="columns">Number of columns: the values that go in.</param>
    /// <param name="indices">Row and column, from 0, of each entry that is not zero.</param>
    /// <param name="init">The distribution of the entries, drawn in the order of the indices by the connection's generator.</param>
    /// <exception cref="ArgumentException">An index is out of the matrix.</exception>
    public Sparse(int rows, int columns, ReadOnlySpan<(int Row, int Column)> indices, Distribution init)
        : this(rows, columns, indices)
    {
        ArgumentNullException.ThrowIfNull(init);
        Init = init;
        _values = new([]);
    }

    private Sparse(int rows, int columns, ReadOnlySpan<(int Row, int Column)> indices)
    {
        (SizeOut, SizeIn) = (Arguments.Positive(rows), Arguments.Positive(columns));
        var rowList = new int[indices.Length];
        var columnList = new int[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            (int row, int column) = indices[i];
            if ((uint)row >= (uint)rows || (uint)column >= (uint)columns)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices),
                    $"Pair {i} of indices, ({row}, {column}), is outside of a matrix of {rows} x {columns}: count from 0.");
            }

            (rowList[i], columnList[i]) = (row, column);
        }

        (_rows, _columns) = (new(rowList), new(columnList));
    }

    /// <summary>Number of rows.</summary>
    public override int SizeOut { get; }

    /// <summary>Number of columns.</summary>
    public override int SizeIn { get; }

    /// <summary>The distribution that the values are drawn from; null if they are given.</summary>
    public Distribution? Init { get; }

    /// <summary>Number of entries that are given.</summary>
    public int Count => _rows.Span.Length;

    /// <inheritdoc/>
    /// <remarks>The step's weights are the values of the entries, in the order of the indices.</remarks>
    public override TransformStep MakeStep(RandomState random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double[] values = _values.Span.ToArray();
        if (Init is not null)
        {
            values = new double[Count];
            Init.Sample(Count, 1, random, values);
        }

        return new SparseStep(SizeOut, SizeIn, _rows.Span, _columns.Span, values);
    }
}
