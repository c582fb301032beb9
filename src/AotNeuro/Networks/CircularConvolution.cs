using System.ComponentModel;
using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>The circular convolution of two vectors, <c>c[i] = sum_j a[j] b[i - j]</c> (Nengo's <c>CircularConvolution</c>).</summary>
/// <remarks>
/// Both inputs are taken to the Fourier domain, where convolution is a product of complex numbers; the products of real and imaginary parts
/// are a <see cref="AotNeuro.Product"/>. T. A. Plate, "Holographic reduced representations", IEEE Transactions on Neural Networks 6 (1995).
/// </remarks>
public sealed class CircularConvolution : Network
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CircularConvolution(NetworkDescription content)
        : base(content)
    {
    }

    /// <summary>The node that takes the first vector; <c>"Convolution.InputA"</c> in connections.</summary>
    public Node InputA => NodeNamed(nameof(InputA));

    /// <summary>The node that takes the second vector.</summary>
    public Node InputB => NodeNamed(nameof(InputB));

    /// <summary>The node that gives the convolution.</summary>
    public Node Output => NodeNamed(nameof(Output));

    /// <summary>The products of real and imaginary parts.</summary>
    public Product Product => new(PartNamed(nameof(Product)));

    /// <summary>The transform of the first input, <c>[4 (dimensions / 2 + 1), dimensions]</c>: real and imaginary parts in turns.</summary>
    /// <param name="dimensions">Number of dimensions.</param>
    /// <param name="invert">Whether the vector's order is reversed.</param>
    public static double[,] TransformA(int dimensions, bool invert = false) => TransformIn(dimensions, invert, row => row % 2 == 0);

    /// <summary>The transform of the second input, aligned with the first so that products are those of complex numbers.</summary>
    /// <inheritdoc cref="TransformA"/>
    public static double[,] TransformB(int dimensions, bool invert = false) => TransformIn(dimensions, invert, row => row % 4 is 0 or 3);

    /// <summary>The transform of the products, back from the Fourier domain, <c>[dimensions, 4 (dimensions / 2 + 1)]</c>.</summary>
    /// <param name="dimensions">Number of dimensions.</param>
    public static double[,] TransformOut(int dimensions)
    {
        int half = dimensions / 2 + 1;
        var transform = new double[dimensions, 4 * half];
        for (int frequency = 0; frequency < half; frequency++)
        {
            double count = frequency == 0 || 2 * frequency == dimensions ? 1.0 : 2.0;
            for (int i = 0; i < dimensions; i++)
            {
                (double real, double imaginary) = Fourier(dimensions, frequency, i);
                transform[i, 4 * frequency] = count * real / dimensions;
                transform[i, 4 * frequency + 1] = -(count * real) / dimensions;
                transform[i, 4 * frequency + 2] = count * imaginary / dimensions;
                transform[i, 4 * frequency + 3] = count * imaginary / dimensions;
            }
        }

        return transform;
    }

    private static double[,] TransformIn(int dimensions, bool invert, Func<int, bool> isReal)
    {
        var transform = new double[4 * (dimensions / 2 + 1), dimensions];
        for (int row = 0; row < transform.GetLength(0); row++)
        {
            for (int i = 0; i < dimensions; i++)
            {
                (double real, double imaginary) = Fourier(dimensions, row / 4, i);
                transform[row, i] = isReal(row) ? real : invert ? -imaginary : imaginary;
            }
        }

        return transform;
    }

    /// <summary><c>exp(-2 pi i frequency place / dimensions)</c>.</summary>
    private static (double Real, double Imaginary) Fourier(int dimensions, int frequency, int place)
    {
        double angle = -2.0 * Math.PI / dimensions * (frequency * place);
        return (PortableMath.Cos(angle), PortableMath.Sin(angle));
    }
}
