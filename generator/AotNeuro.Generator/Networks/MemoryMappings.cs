using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>Adds to an associative memory what its attributes map: inputs, outputs, and vectors of outputs where nothing is found.</summary>
/// <param name="network">The memory.</param>
/// <param name="model">The model, whose members hold the vectors.</param>
/// <param name="items">Number of items.</param>
/// <param name="bias">The node that is 1.</param>
/// <param name="inhibit">The node that silences the memory, if there is one.</param>
internal sealed class MemoryMappings(NetworkBuilder network, INamedTypeSymbol model, int items, string bias, string? inhibit)
{
    /// <summary>The memory's own input and output, then those of other attributes, in the order in which they are made.</summary>
    public static IEnumerable<MappingSpec> Read(AttributeReader arguments, ISymbol member, INamedTypeSymbol model)
    {
        int dimensions = arguments.Int("dimensions") ?? 1;
        ValueSpec inputs = arguments.Value("inputVectors");
        ValueSpec outputs = arguments.Value("OutputVectors");
        return new MappingSpec[]
        {
            new(MappingKind.Input, -1, "Input", dimensions, inputs, arguments.Value("InputScale")),
            new(MappingKind.Output, -1, "Output", arguments.Int("OutputDimensions") ?? dimensions, outputs.IsNothing ? inputs : outputs, ValueSpec.Absent),
        }
            .Concat(ReadersOf(member, KnownNames.MemoryInputAttribute, model).Select((reader, i) => new MappingSpec(
                MappingKind.Input, i, reader.Text("name") ?? "", reader.Int("dimensions") ?? 1, reader.Value("vectors"), reader.Value("Scales"))))
            .Concat(ReadersOf(member, KnownNames.MemoryOutputAttribute, model).Select((reader, i) => new MappingSpec(
                MappingKind.Output, i, reader.Text("name") ?? "", reader.Int("dimensions") ?? 1, reader.Value("vectors"), ValueSpec.Absent)))
            .Concat(ReadersOf(member, KnownNames.MemoryDefaultAttribute, model).Select((reader, i) => new MappingSpec(
                MappingKind.Default,
                i,
                reader.Text("Output") ?? "Output",
                reader.Int("Neurons") ?? 50,
                reader.Value("vector"),
                ValueSpec.Absent,
                reader.Double("MinActivationValue") ?? 0.5)));
    }

    /// <summary>Adds what an attribute beside the memory's own says, if its name makes sense.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="elementInput">The node that takes how near an input is to each item.</param>
    /// <param name="found">The node that gives the items that are found.</param>
    public void Add(MappingSpec mapping, string elementInput, string found)
    {
        switch (mapping.Kind)
        {
            case MappingKind.Input when !network.Has(mapping.Name):
                AddInput(mapping, elementInput);
                break;
            case MappingKind.Output when !network.Has(mapping.Name):
                Join(mapping, "Elements", found, AddNode(mapping));
                break;
            case MappingKind.Default when network.Has(mapping.Name):
                AddDefault(mapping, found);
                break;
        }
    }

    public void AddInput(MappingSpec mapping, string elementInput)
    {
        string node = AddNode(mapping);
        network.Link($"{mapping.Name}ToElements", node, elementInput, link => link with
        {
            Transform = NetworkValues.Call("AssociativeMemory.Scaled", Literal.Of(node), Member(mapping.Vectors), Scales(mapping.Scales)),
        });
    }

    /// <summary>Connects what is found to the node of an output.</summary>
    public void Join(MappingSpec mapping, string source, string found, string node) =>
        network.Link($"{source}To{mapping.Name}", found, node, link => link with
        {
            Transform = NetworkValues.Call("AssociativeMemory.Transposed", Member(mapping.Vectors)),
        });

    private void AddDefault(MappingSpec mapping, string found)
    {
        string name = $"Default{mapping.Name}";
        string ensemble = network.Ensemble(name, Math.Max(mapping.Size, 1), 1, settings: AssociativeMemoryTemplate.ItemLike);
        network.Link($"BiasTo{name}", bias, ensemble);
        network.Connect($"ElementsTo{name}", found, ensemble, connection => connection with
        {
            Transform = NetworkValues.Call("AssociativeMemory.Row", Literal.Of(items), Literal.Of(-(1.0 / mapping.MinActivation))),
        });
        network.Link($"{name}To{mapping.Name}", ensemble, $"{network.Path}.{mapping.Name}", link => link with
        {
            Transform = NetworkValues.Call("AssociativeMemory.Column", Member(mapping.Vectors)),
        });
        if (inhibit is not null)
        {
            network.Link($"InhibitTo{name}", inhibit, ensemble, link => link with
            {
                Transform = ValueSpec.OfNumber(-AssociativeMemoryTemplate.InhibitionScale),
            });
        }
    }

    private string AddNode(MappingSpec mapping) => network.Passthrough(mapping.Name, Math.Max(mapping.Size, 1));

    private string Member(ValueSpec value) => $"{model.Name}.{value.Name}";

    private string Scales(ValueSpec scales) => scales.Kind switch
    {
        ValueKind.Number => Literal.Of(scales.Numbers[0]),
        ValueKind.Numbers => $"new double[] {{ {string.Join(", ", scales.Numbers.Select(Literal.Of))} }}",
        ValueKind.Member => Member(scales),
        _ => Literal.Of(1.0),
    };

    private static IEnumerable<AttributeReader> ReadersOf(ISymbol member, string attribute, INamedTypeSymbol model) => member.GetAttributes()
        .Where(item => item.AttributeClass?.ToDisplayString() == attribute)
        .Select(item => new AttributeReader(item, model));
}
