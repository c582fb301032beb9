using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Steps have a length.</summary>
internal sealed class InvalidDt : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0106",
        "Step is not a length of time",
        "'Dt' of '{0}' is {1}; it must be a positive number of seconds");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        model.Dt > 0 && !double.IsInfinity(model.Dt)
            ? []
            : [new(new Place(null, Attributes.NeuralModel, "Dt"), model.Name, Texts.Of(model.Dt))];
}
