using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Models derive from NeuralModel, and C# has one base class only.</summary>
internal sealed class OtherBaseClass : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0104",
        "Model has another base class",
        "'{0}' derives from '{1}', but a model derives from NeuralModel; remove the base class and hold a '{1}' in a field instead");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        model.Facts.BaseType is { } type ? [new(new Place(), model.Name, type)] : [];
}
