using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A memory maps vectors, which an attribute can only name.</summary>
internal sealed class MappingValue : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0904",
        "Mapping of a memory cannot be used",
        "'{0}' of [{1}] of '{2}' must be {3}, and {4}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from part in model.Parts
        where part.Problem is null
        from mapping in part.Mappings
        from fault in Faults(model, part, mapping)
        where fault.Text is not null
        select new Finding(
            mapping.Place(part, fault.Argument), fault.Argument, mapping.Attribute(), part.Member.Name, fault.Wanted, fault.Text!);

    private static IEnumerable<(string Argument, string Wanted, string? Text)> Faults(ModelSpec model, PartSpec part, MappingSpec mapping)
    {
        bool isDefault = mapping.Kind == MappingKind.Default;
        ValueForm form = isDefault ? VectorForm : VectorsForm;
        yield return (mapping.VectorsArgument(), form.Text, IsRepeated(part, mapping) ? null : form.FindFault(model, mapping.Vectors));
        yield return (mapping.ScalesArgument(), ScalesForm.Text, FindScalesFault(model, part, mapping.Scales));
        if (mapping.Occurrence >= 0)
        {
            yield return (isDefault ? "Neurons" : "dimensions", "at least 1", mapping.Size < 1 ? $"is {mapping.Size}" : null);
        }

        if (isDefault)
        {
            yield return ("Output", "the name of an output", FindOutputFault(part, mapping));
            yield return (
                "MinActivationValue",
                "a finite number above 0",
                mapping.MinActivation > 0.0 && !double.IsInfinity(mapping.MinActivation) ? null : $"is {Texts.Of(mapping.MinActivation)}");
        }
    }

    /// <summary>Whether the memory's own output vectors are its input vectors.</summary>
    private static bool IsRepeated(PartSpec part, MappingSpec mapping) =>
        mapping is { Kind: MappingKind.Output, Occurrence: < 0 } && mapping.Vectors.Equals(part.Mappings[0].Vectors);

    private static string? FindScalesFault(ModelSpec model, PartSpec part, ValueSpec scales)
    {
        int items = model.FindEnsemble(part.Member.Name + ".Items")!.Count;
        return ScalesForm.FindFault(model, scales)
            ?? (scales.Kind == ValueKind.Numbers && scales.Numbers.Count != items
                ? $"{Texts.Count(scales.Numbers.Count, "number")} are not one for each of {Texts.Count(items, "item")}"
                : null)
            ?? (scales.Numbers.Any(number => double.IsNaN(number) || double.IsInfinity(number)) ? "not all of it is finite" : null);
    }

    private static string? FindOutputFault(PartSpec part, MappingSpec mapping)
    {
        string[] outputs = part.Mappings.Where(other => other.Kind == MappingKind.Output).Select(other => other.Name).ToArray();
        return !outputs.Contains(mapping.Name)
            ? $"'{part.Member.Name}' has no output '{mapping.Name}'{NearestName.Hint(mapping.Name, outputs)}"
            : part.Mappings.Any(other => other.Kind == MappingKind.Default && other.Name == mapping.Name && other.Occurrence < mapping.Occurrence)
                ? $"'{mapping.Name}' has such a vector already"
                : null;
    }

    private static readonly ValueForm VectorsForm = new("the name of a static 'double[,]'", [], ["double[,]"]);

    private static readonly ValueForm VectorForm = new("the name of a static 'double[]'", [], ["double[]"]);

    private static readonly ValueForm ScalesForm = new(
        "a number, an array of numbers, or the name of a static 'double[]'", [ValueKind.Null, ValueKind.Number, ValueKind.Numbers], ["double[]"]);
}
