using System.Runtime.CompilerServices;
using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>Applies a sparse matrix, held row after row, each row's entries by rising column.</summary>
internal sealed class SparseStep : TransformStep
{
    private readonly double[] _weights;
    private readonly int[] _rowEnds;
    private readonly int[] _columns;
    private readonly double[] _values;

    public SparseStep(int rows, int columns, ReadOnlySpan<int> rowIndices, ReadOnlySpan<int> columnIndices, double[] weights)
        : base(columns, rows)
    {
        _weights = weights;
        _rowEnds = new int[rows];
        _columns = new int[weights.Length];
        _values = new double[weights.Length];
        int count = 0;
        int row = 0;
        foreach (int entry in Order(rowIndices, columnIndices))
        {
            for (; row < rowIndices[entry]; row++)
            {
                _rowEnds[row] = count;
            }

            bool isRepeated = count > (row == 0 ? 0 : _rowEnds[row - 1]) && _columns[count - 1] == columnIndices[entry];
            count += isRepeated ? 0 : 1;
            _columns[count - 1] = columnIndices[entry];
            _values[count - 1] += weights[entry];
        }

        _rowEnds.AsSpan(row).Fill(count);
    }

    /// <summary>The values of the entries, in the order of the indices.</summary>
    public override ReadOnlySpan<double> Weights => _weights;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Apply(ReadOnlySpan<double> source, Span<double> target)
    {
        CheckLengths(source, target);
        int i = 0;
        for (int row = 0; row < target.Length; row++)
        {
            double sum = 0.0;
            for (; i < _rowEnds[row]; i++)
            {
                sum += _values[i] * source[_columns[i]];
            }

            target[row] = sum;
        }
    }

    /// <summary>The entries by row, then column, then as they were given.</summary>
    private static int[] Order(ReadOnlySpan<int> rowIndices, ReadOnlySpan<int> columnIndices)
    {
        int[] rows = rowIndices.ToArray();
        int[] columns = columnIndices.ToArray();
        int[] entries = Indices.To(rows.Length);
        Array.Sort(entries, (a, b) => (rows[a], columns[a], a).CompareTo((rows[b], columns[b], b)));
        return entries;
    }
}
