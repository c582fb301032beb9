using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A probe records an object of the model.</summary>
internal sealed class ProbeTargetUnknown : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0501",
        "Target of a probe is unknown",
        "'{0}' is not a node, ensemble or connection of '{1}'{2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where !model.IsVertex(probe.Target) && model.OtherRole(probe.Target) is null && !model.IsInBrokenPart(probe.Target)
        let known = model.Ends().Concat(model.Connections.Select(connection => connection.Member.Name)).Concat(model.Rules())
        select NearestName.Finding(probe.PlaceOf("target"), probe.Target, known, probe.Target, model.Name);
}
