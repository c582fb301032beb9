using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>The element-wise product of two vectors (Nengo's <c>Product</c>).</summary>
public sealed class Product : Network
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Product(NetworkDescription content)
        : base(content)
    {
    }

    /// <summary>The node that takes the first vector; <c>"Product.InputA"</c> in connections.</summary>
    public Node InputA => NodeNamed(nameof(InputA));

    /// <summary>The node that takes the second vector.</summary>
    public Node InputB => NodeNamed(nameof(InputB));

    /// <summary>The node that gives the product.</summary>
    public Node Output => NodeNamed(nameof(Output));

    /// <summary>The array that represents <c>(a + b) / sqrt 2</c>.</summary>
    public EnsembleArray Sum => new(PartNamed(nameof(Sum)));

    /// <summary>The array that represents <c>(a - b) / sqrt 2</c>.</summary>
    public EnsembleArray Difference => new(PartNamed(nameof(Difference)));

    /// <summary>The transform that makes a dot product of the output: a row of <paramref name="scale"/>.</summary>
    /// <param name="dimensions">Number of dimensions of the product.</param>
    /// <param name="scale">What each product counts.</param>
    public static double[,] DotProductTransform(int dimensions, double scale = 1.0)
    {
        var row = new double[1, dimensions];
        for (int i = 0; i < dimensions; i++)
        {
            row[0, i] = scale;
        }

        return row;
    }

    /// <summary>The function that the arrays decode. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double Square(double x) => x * x;
}
