using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>The circular convolution of two vectors: a product of their Fourier transforms, of which half is enough.</summary>
internal sealed class CircularConvolutionTemplate : NetworkTemplate
{
    private const int FewestFast = 64;

    public override string Name => "CircularConvolution";

    public override string? FindProblem(AttributeReader arguments) =>
        CheckSizes(arguments, "neurons", "dimensions") ?? CheckPositive(arguments, "InputMagnitude");

    public override void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model)
    {
        int dimensions = arguments.Int("dimensions") ?? 1;
        int products = 4 * (dimensions / 2 + 1);
        string a = network.Passthrough("InputA", dimensions);
        string b = network.Passthrough("InputB", dimensions);
        NetworkBuilder product = network.Part("Product", "Product");
        ProductTemplate.Add(product, arguments.Int("neurons") ?? 1, products, (arguments.Double("InputMagnitude") ?? 1.0) * 2.0);
        string output = network.Passthrough("Output", dimensions);
        network.Link("AToProduct", a, $"{product.Path}.InputA", connection => connection with
        {
            Transform = TransformIn(dimensions, arguments.Bool("InvertA") ?? false, isSecond: false),
        });
        network.Link("BToProduct", b, $"{product.Path}.InputB", connection => connection with
        {
            Transform = TransformIn(dimensions, arguments.Bool("InvertB") ?? false, isSecond: true),
        });
        network.Link("ProductToOutput", $"{product.Path}.Output", output, connection => connection with
        {
            Transform = IsFast(dimensions)
                ? NetworkValues.Transform("CompilerServices.InverseSpectrumTransform", Literal.Of(dimensions))
                : NetworkValues.Call("CircularConvolution.TransformOut", Literal.Of(dimensions)),
        });
    }

    private static ValueSpec TransformIn(int dimensions, bool invert, bool isSecond) => IsFast(dimensions)
        ? NetworkValues.Transform("CompilerServices.SpectrumTransform", Literal.Of(dimensions), Literal.Of(invert), Literal.Of(isSecond))
        : NetworkValues.Call(
            isSecond ? "CircularConvolution.TransformB" : "CircularConvolution.TransformA", Literal.Of(dimensions), Literal.Of(invert));

    /// <summary>Whether a fast Fourier transform is faster than a matrix: not for few dimensions, nor for large prime factors.</summary>
    private static bool IsFast(int dimensions)
    {
        int left = dimensions;
        foreach (int factor in new[] { 2, 3, 5, 7 })
        {
            while (left % factor == 0)
            {
                left /= factor;
            }
        }

        return dimensions >= FewestFast && left == 1;
    }
}
