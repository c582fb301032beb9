using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Probes and tunable parameters have no signals.</summary>
internal sealed class ProbeTargetUnsuitable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0502",
        "Target cannot be probed",
        "'{0}' is {1}; nodes, ensembles and connections can be probed");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where !model.IsVertex(probe.Target) && model.FindConnection(probe.Target) is null && !probe.Of.IsNeurons
        let role = model.OtherRole(probe.Target)
        where role is not null
        select new Finding(probe.PlaceOf("target"), probe.Target, role);
}
