using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The inputs and outputs of a memory are told apart, and found in paths, by their names.</summary>
internal sealed class MappingName : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0903",
        "Mapping of a memory has no name of its own",
        "'{0}' cannot be the name of an input or output of '{1}': {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from part in model.Parts
        let named = part.Mappings.Where(mapping => mapping.Kind != MappingKind.Default && mapping.Occurrence >= 0).ToArray()
        from item in named.Select((mapping, i) => (Mapping: mapping, Index: i))
        let name = item.Mapping.Name
        let fault = !SyntaxFacts.IsValidIdentifier(name) ? "a name is an identifier of C#"
            : IsTaken(name) ? "names of that kind are kept for what every memory has"
            : named.Take(item.Index).Any(other => other.Name == name) ? "another input or output has that name"
            : null
        where fault is not null
        select new Finding(item.Mapping.Place(part, "name"), name, part.Member.Name, fault);

    /// <summary>Connections are named after what they join.</summary>
    private static bool IsTaken(string name) =>
        Taken.Contains(name) || name.StartsWith("Default", StringComparison.Ordinal) || Joins.Any(join => name.Contains(join));

    private static readonly string[] Joins = ["BiasTo", "ElementsTo", "ThresholdedTo", "InhibitTo", "ToElements", "ToItems", "ToOutput", "ToThreshold"];

    private static readonly string[] Taken =
    [
        "Input", "Output", "Bias", "ElementInput", "ElementOutput", "Items", "Inhibit", "WinnerTakeAll", "ThresholdBias", "Thresholded",
    ];
}
