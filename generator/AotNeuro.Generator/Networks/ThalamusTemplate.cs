using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>Turns the output of basal ganglia into about 1 for the selected action and 0 elsewhere.</summary>
internal sealed class ThalamusTemplate : NetworkTemplate
{
    public override string Name => "Thalamus";

    public override string? FindProblem(AttributeReader arguments) =>
        CheckSizes(arguments, "dimensions", "NeuronsPerEnsemble") ?? CheckFinite(arguments, "Threshold", "MutualInhibition");

    public override void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model)
    {
        int dimensions = arguments.Int("dimensions") ?? 1;
        double threshold = arguments.Double("Threshold") ?? 0.0;
        NetworkBuilder actions = network.Part("Actions", "EnsembleArray");
        EnsembleArrayTemplate.Add(actions, arguments.Int("NeuronsPerEnsemble") ?? 50, dimensions, 1, ensemble => ensemble with
        {
            Intercepts = NetworkValues.Uniform(threshold, 1.0),
            Encoders = NetworkValues.PositiveEncoders,
        });
        network.Alias("Input", $"{actions.Path}.Input");
        network.Alias("Output", $"{actions.Path}.Output");
        double inhibition = arguments.Double("MutualInhibition") ?? 1.0;
        network.Connect("MutualInhibition", $"{actions.Path}.Output", $"{actions.Path}.Input", connection => connection with
        {
            Transform = NetworkValues.Call("Thalamus.Inhibition", Literal.Of(dimensions), Literal.Of(inhibition)),
        });
        network.Connect("BiasToActions", network.Constant("Bias", 1.0), $"{actions.Path}.Input", connection => connection with
        {
            Transform = NetworkValues.Call("Thalamus.Spread", Literal.Of(dimensions), Literal.Of(1.0)),
        });
    }
}
