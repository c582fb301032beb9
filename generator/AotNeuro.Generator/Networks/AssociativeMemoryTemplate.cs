using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>A memory that gives a stored vector for an input near the vector that it is stored with; an ensemble per item.</summary>
internal sealed class AssociativeMemoryTemplate : NetworkTemplate
{
    private const int EvalPoints = 5000;
    public const double InhibitionScale = 1.5;
    private const double OutputInhibition = 10.0;

    public override string Name => "AssociativeMemory";

    public override string? FindProblem(AttributeReader arguments) =>
        CheckSizes(arguments, "items", "dimensions", "OutputDimensions", "Neurons", "ThresholdNeurons")
        ?? (arguments.Text("inputVectors") is null ? "'InputVectors' names nothing" : null);

    public override void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model)
    {
        int items = arguments.Int("items") ?? 1;
        double threshold = arguments.Double("Threshold") ?? 0.3;
        string bias = network.Constant("Bias", 1.0);
        string elementInput = network.Passthrough("ElementInput", items);
        string elementOutput = network.Passthrough("ElementOutput", items);
        string ensembles = network.Ensemble("Items", arguments.Int("Neurons") ?? 50, 1, items, ItemLike);
        network.Link("BiasToItems", bias, ensembles, link => link with { ArrayCount = items, Transform = Spread(items, -threshold) });
        network.Link("InputToItems", elementInput, ensembles, link => link with { ArrayCount = items });
        network.Link("ItemsToOutput", ensembles, elementOutput, link => link with
        {
            ArrayCount = items,
            Function = NetworkValues.Function("AssociativeMemory", "FilteredStep"),
            SizeMid = 1,
        });
        network.Interleave("BiasToItems", "InputToItems", "ItemsToOutput");
        if (arguments.Bool("Inhibitable") == true)
        {
            string inhibit = network.Passthrough("Inhibit", 1);
            network.Link("InhibitToItems", inhibit, elementInput, link => link with { Transform = Spread(items, -InhibitionScale) });
        }

        var mappings = new MemoryMappings(network, model, items, bias, arguments.Bool("Inhibitable") == true ? $"{network.Path}.Inhibit" : null);
        MappingSpec[] all = ReadMappings(arguments, member, model).ToArray();
        mappings.AddInput(all[0], elementInput);
        string found = AddOutput(network, arguments, mappings, all[1], items, bias, elementInput, elementOutput);
        foreach (MappingSpec mapping in all.Skip(2))
        {
            mappings.Add(mapping, elementInput, found);
        }
    }

    public override EquatableArray<MappingSpec> ReadMappings(AttributeReader arguments, ISymbol member, INamedTypeSymbol model) =>
        MemoryMappings.Read(arguments, member, model).ToEquatableArray();

    /// <summary>The output, and what stands between it and the items.</summary>
    /// <returns>What gives the items that are found.</returns>
    private static string AddOutput(
        NetworkBuilder network,
        AttributeReader arguments,
        MemoryMappings mappings,
        MappingSpec output,
        int items,
        string bias,
        string elementInput,
        string elementOutput)
    {
        bool isThresholded = arguments.Bool("ThresholdOutputs") == true;
        string node = network.Passthrough(output.Name, output.Size);
        if (!isThresholded)
        {
            mappings.Join(output, "Elements", elementOutput, node);
        }

        if (arguments.Bool("WinnerTakeAll") == true)
        {
            network.Connect("WinnerTakeAll", elementOutput, elementInput, connection => connection with
            {
                Synapse = arguments.Has("WinnerTakeAllSynapse") ? arguments.Value("WinnerTakeAllSynapse") : ValueSpec.OfNumber(0.005),
                SynapseArgument = "WinnerTakeAllSynapse",
                Transform = NetworkValues.Call(
                    "Thalamus.Inhibition", Literal.Of(items), Literal.Of(arguments.Double("WinnerTakeAllScale") ?? InhibitionScale)),
            });
        }

        if (!isThresholded)
        {
            return elementOutput;
        }

        int neurons = arguments.Int("ThresholdNeurons") ?? 50;
        var inhibited = ValueSpec.OfNumber(-(arguments.Double("ThresholdScale") ?? OutputInhibition));
        NetworkBuilder inhibition = AddThreshold(network, "ThresholdBias", neurons, items);
        NetworkBuilder thresholded = AddThreshold(network, "Thresholded", neurons, items);
        network.Link("BiasToThresholdBias", bias, $"{inhibition.Path}.Input", link => link with { Transform = Spread(items, 1.0) });
        network.Link("BiasToThresholded", bias, $"{thresholded.Path}.Input", link => link with { Transform = Spread(items, 1.0) });
        network.Connect(
            "ElementsToThresholdBias", elementOutput, $"{inhibition.Path}.Input", connection => connection with { Transform = inhibited });
        network.Connect(
            "ThresholdBiasToThresholded",
            $"{inhibition.Path}.Output",
            $"{thresholded.Path}.Input",
            connection => connection with { Transform = inhibited });
        mappings.Join(output, "Thresholded", $"{thresholded.Path}.Output", node);
        if (arguments.Bool("Inhibitable") == true)
        {
            network.Link("InhibitToThresholded", $"{network.Path}.Inhibit", $"{thresholded.Path}.Ensembles", link => link with
            {
                ArrayCount = items,
                Transform = Spread(items, -InhibitionScale),
            });
        }

        return $"{thresholded.Path}.Output";
    }

    private static NetworkBuilder AddThreshold(NetworkBuilder network, string name, int neurons, int items)
    {
        NetworkBuilder array = network.Part(name, "EnsembleArray");
        EnsembleArrayTemplate.Add(array, neurons, items, 1, ensemble => ensemble with
        {
            Radius = 1.0,
            Intercepts = NetworkValues.Uniform(0.5, 1.0),
            Encoders = NetworkValues.PositiveEncoders,
            EvalPoints = NetworkValues.Uniform(0.75, 1.1),
            EvalPointCount = EvalPoints,
        });
        return array;
    }

    /// <summary>The settings of ensembles that represent how much of something is found.</summary>
    public static EnsembleSpec ItemLike(EnsembleSpec ensemble) => ensemble with
    {
        Radius = 1.0,
        Intercepts = NetworkValues.Exponential(0.15, 0.0, 1.0),
        Encoders = NetworkValues.PositiveEncoders,
        EvalPoints = NetworkValues.Uniform(0.0, 1.0),
        EvalPointCount = EvalPoints,
    };

    private static ValueSpec Spread(int rows, double value) => NetworkValues.Call("Thalamus.Spread", Literal.Of(rows), Literal.Of(value));
}
