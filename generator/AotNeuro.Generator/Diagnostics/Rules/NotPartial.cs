using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A model's class, and the types around it, must be partial, or there is nowhere to put its code.</summary>
internal sealed class NotPartial : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0101", "Model is not partial", "'{0}' must be declared partial, so that the generator can complete the model '{1}'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        model.Facts.NotPartial is { } type ? [new(new Place(), type, model.Name)] : [];
}
