using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A model is an object that derives from NeuralModel, which these kinds of classes cannot be.</summary>
internal sealed class UnsuitableClass : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0103",
        "Model is not an ordinary class",
        "'{0}' must be an ordinary class: not static, not abstract, not a record, not local to a file");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        model.Facts is { IsOrdinary: true, IsFileLocal: false } ? [] : [new(new Place(), model.Name)];
}
