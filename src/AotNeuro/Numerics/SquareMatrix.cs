namespace AotNeuro.Numerics;

/// <summary>A square matrix whose rows are padded to whole vectors, so that kernels need no code for the rest.</summary>
internal sealed class SquareMatrix
{
    public SquareMatrix(int size)
    {
        Size = size;
        Stride = (size + SymmetricProduct.Panel - 1) / SymmetricProduct.Panel * SymmetricProduct.Panel;
        Values = new double[(long)Stride * Stride];
    }

    /// <summary>Number of rows and columns.</summary>
    public int Size { get; }

    /// <summary>Distance of two rows.</summary>
    public int Stride { get; }

    /// <summary>The values with their padding, which may hold anything finite.</summary>
    public double[] Values { get; }

    /// <summary>An element.</summary>
    public ref double this[int row, int column] => ref Values[row * Stride + column];

    /// <summary>A row from a column on, without its padding.</summary>
    public Span<double> Row(int row, int column = 0) => Values.AsSpan(row * Stride + column, Size - column);
}
