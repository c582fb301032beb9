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
    public static double[,] Scaled(double[,] vectors, double scale)
    {
        var scaled = (double[,])vectors.Clone();
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i / scaled.GetLength(1), i % scaled.GetLength(1)] *= scale;
        }

        return scaled;
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
