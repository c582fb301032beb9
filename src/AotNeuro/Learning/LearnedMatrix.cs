using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// Weights or encoders that a learning rule changes, as they are now: read them out after a run, put them back into the same model, or into
/// another instance of it. <see cref="NeuralModel.Reset"/> and a build go back to the values that were built.
/// </summary>
public sealed class LearnedMatrix
{
    private readonly Arena _arena;
    private readonly string _name;
    private readonly int _offset;
    private readonly bool _isInterleaved;

    internal LearnedMatrix(Arena arena, string name, int offset, int rows, int columns, bool isInterleaved) =>
        (_arena, _name, _offset, Rows, Columns, _isInterleaved) = (arena, name, offset, rows, columns, isInterleaved);

    /// <summary>Number of rows: the target's size for weights, neurons for encoders.</summary>
    public int Rows { get; }

    /// <summary>Number of columns: the source's neurons for weights, dimensions for encoders.</summary>
    public int Columns { get; }

    /// <summary>The values, row after row, as a copy.</summary>
    public double[] ToArray()
    {
        var values = new double[Rows * Columns];
        CopyTo(values);
        return values;
    }

    /// <summary>Copies the values, row after row.</summary>
    /// <exception cref="ArgumentException">There is not room for exactly all values.</exception>
    public void CopyTo(Span<double> values)
    {
        CheckLength(values.Length, nameof(values));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _arena[PlaceOf(i)];
        }
    }

    /// <summary>Puts values in place of those learned so far.</summary>
    /// <param name="values">The values, row after row.</param>
    /// <exception cref="ArgumentException">They are too few, too many or not finite; then nothing is changed.</exception>
    public void Set(ReadOnlySpan<double> values)
    {
        CheckLength(values.Length, nameof(values));
        int bad = VectorLoops.IndexOfNonFinite(values);
        if (bad >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{_name} learns finite numbers, and row {bad / Columns} holds {values[bad]}."), nameof(values));
        }

        for (int i = 0; i < values.Length; i++)
        {
            _arena[PlaceOf(i)] = values[i];
        }
    }

    private int PlaceOf(int index)
    {
        (int row, int column) = Math.DivRem(index, Columns);
        return _offset + (_isInterleaved ? Arena.Interleaved(row, column, Columns) : index);
    }

    private void CheckLength(int length, string parameter)
    {
        if (length != Rows * Columns)
        {
            throw new ArgumentException($"{_name} learns a matrix of {Rows} x {Columns}, and {length} values are not that.", parameter);
        }
    }
}
