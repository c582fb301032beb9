using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A model is compiled once, so nothing of it can be left open.</summary>
internal sealed class GenericModel : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0102",
        "Model is generic",
        "'{0}' cannot be generic, nor stand inside a generic type");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        model.Facts.IsGeneric ? [new(new Place(), model.Name)] : [];
}
