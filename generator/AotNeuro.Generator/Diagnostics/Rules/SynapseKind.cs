using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A synapse is a lowpass filter or none.</summary>
internal sealed class SynapseKind : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0415",
        "Synapse is of the wrong kind",
        "'{0}' of '{1}' must be {2}, and {3}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from filtering in Filtering.In(model)
        let fault = Form.FindFault(model, filtering.Synapse)
        where fault is not null
        select new Finding(filtering.SynapsePlace, filtering.Argument, filtering.Member, Form.Text, fault);

    private static readonly ValueForm Form = new(
        "a time constant in seconds, null, or the name of a static Synapse", [ValueKind.Null, ValueKind.Number, ValueKind.Created], ["Synapse"]);
}
