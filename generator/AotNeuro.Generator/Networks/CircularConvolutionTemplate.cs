using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>The circular convolution of two vectors: a product of their Fourier transforms, of which half is enough.</summary>
internal sealed class CircularConvolutionTemplate : NetworkTemplate
{
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
        Transform(network, "AToProduct", a, $"{product.Path}.InputA", "TransformA", dimensions, arguments.Bool("InvertA"));
        Transform(network, "BToProduct", b, $"{product.Path}.InputB", "TransformB", dimensions, arguments.Bool("InvertB"));
        Transform(network, "ProductToOutput", $"{product.Path}.Output", output, "TransformOut", dimensions, null);
    }

    private static void Transform(NetworkBuilder network, string name, string source, string target, string method, int dimensions, bool? invert)
    {
        string[] arguments = method == "TransformOut" ? [Literal.Of(dimensions)] : [Literal.Of(dimensions), Literal.Of(invert ?? false)];
        network.Link(name, source, target, connection => connection with { Transform = NetworkValues.Call($"CircularConvolution.{method}", arguments) });
    }
}
