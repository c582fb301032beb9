using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>The element-wise product of two vectors: <c>a b = ((a + b) / sqrt 2)^2 / 2 - ((a - b) / sqrt 2)^2 / 2</c>.</summary>
internal sealed class ProductTemplate : NetworkTemplate
{
    public override string Name => "Product";

    public override string? FindProblem(AttributeReader arguments) =>
        CheckSizes(arguments, "neurons", "dimensions") ?? CheckPositive(arguments, "InputMagnitude");

    public override void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model) =>
        Add(network, arguments.Int("neurons") ?? 1, arguments.Int("dimensions") ?? 1, arguments.Double("InputMagnitude") ?? 1.0);

    public static void Add(NetworkBuilder network, int neurons, int dimensions, double magnitude)
    {
        string a = network.Passthrough("InputA", dimensions);
        string b = network.Passthrough("InputB", dimensions);
        string output = network.Passthrough("Output", dimensions);
        NetworkBuilder sum = AddSquares(network, "Sum", neurons, dimensions, magnitude);
        NetworkBuilder difference = AddSquares(network, "Difference", neurons, dimensions, magnitude);
        double scale = 1.0 / Math.Sqrt(2.0);
        Scale(network, "AToSum", a, $"{sum.Path}.Input", scale);
        Scale(network, "BToSum", b, $"{sum.Path}.Input", scale);
        Scale(network, "AToDifference", a, $"{difference.Path}.Input", scale);
        Scale(network, "BToDifference", b, $"{difference.Path}.Input", -scale);
        Scale(network, "SumToOutput", $"{sum.Path}.Square", output, 0.5);
        Scale(network, "DifferenceToOutput", $"{difference.Path}.Square", output, -0.5);
    }

    private static NetworkBuilder AddSquares(NetworkBuilder network, string name, int neurons, int dimensions, double magnitude)
    {
        NetworkBuilder squares = network.Part(name, "EnsembleArray");
        EnsembleArrayTemplate.Add(
            squares, Math.Max(1, neurons / 2), dimensions, 1, ensemble => ensemble with { Radius = magnitude * Math.Sqrt(2.0) });
        EnsembleArrayTemplate.AddOutput(squares, "Square", dimensions, dimensions, NetworkValues.Function("Product", "Square"));
        return squares;
    }

    private static void Scale(NetworkBuilder network, string name, string source, string target, double factor) =>
        network.Link(name, source, target, connection => connection with { Transform = ValueSpec.OfNumber(factor) });
}
