using System.ComponentModel;
using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>A memory that gives a stored vector for an input near the vector that it is stored with (Nengo's <c>AssociativeMemory</c>).</summary>
public sealed class AssociativeMemory : Network
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AssociativeMemory(NetworkDescription content)
        : base(content)
    {
    }

    /// <summary>The node that takes the vector to look up.</summary>
    public Node Input => NodeNamed(nameof(Input));

    /// <summary>The node that gives the vector found.</summary>
    public Node Output => NodeNamed(nameof(Output));

    /// <summary>The node that takes how near the input is to each item.</summary>
    public Node ElementInput => NodeNamed(nameof(ElementInput));

    /// <summary>The node that gives which items are found.</summary>
    public Node ElementOutput => NodeNamed(nameof(ElementOutput));

    /// <summary>The function that each item's ensemble decodes: a smoothed step. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double FilteredStep(double x) => Math.Max(-1.0 / PortableMath.Exp(x * 15.0) + 1.0, 0.0);

    /// <summary>Vectors times a factor. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Scaled(string input, double[,] vectors, double scale)
    {
        var scales = new double[vectors.GetLength(0)];
        Array.Fill(scales, scale);
        return Scaled(input, vectors, scales);
    }

    /// <summary>Vectors, each times a factor of its own. Used by generated code.</summary>
    /// <exception cref="BuildException">There are not as many factors as vectors.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Scaled(string input, double[,] vectors, double[] scales)
    {
        if (scales.Length != vectors.GetLength(0))
        {
            throw new BuildException(input, $"it has {scales.Length} scales for {vectors.GetLength(0)} vectors; give one number, or one for each.");
        }

        var scaled = (double[,])vectors.Clone();
        for (int row = 0; row < scaled.GetLength(0); row++)
        {
            for (int column = 0; column < scaled.GetLength(1); column++)
            {
                scaled[row, column] *= scales[row];
            }
        }

        return scaled;
    }

    /// <summary>A matrix of one row. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Row(int columns, double value)
    {
        var row = new double[1, columns];
        for (int i = 0; i < columns; i++)
        {
            row[0, i] = value;
        }

        return row;
    }

    /// <summary>A vector as a matrix of one column. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Column(double[] vector)
    {
        var column = new double[vector.Length, 1];
        Buffer.BlockCopy(vector, 0, column, 0, vector.Length * sizeof(double));
        return column;
    }

    /// <summary>Vectors as columns. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double[,] Transposed(double[,] vectors)
    {
        var columns = new double[vectors.GetLength(1), vectors.GetLength(0)];
        for (int i = 0; i < vectors.Length; i++)
        {
            columns[i % columns.GetLength(0), i / columns.GetLength(0)] = vectors[i / columns.GetLength(0), i % columns.GetLength(0)];
        }

        return columns;
    }
}
