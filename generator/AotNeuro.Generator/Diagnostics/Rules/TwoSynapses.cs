using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A connection or probe has one synapse: an argument or an attribute beside it.</summary>
internal sealed class TwoSynapses : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0430",
        "Two synapses",
        "'{0}' has {1} synapses; keep one: 'Synapse', or an attribute such as [Alpha]");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from synapses in model.Connections.Select(connection => (connection.Member.Name, Count: connection.SynapseCount))
            .Concat(model.Probes.Select(probe => (probe.Member.Name, Count: probe.SynapseCount)))
        where synapses.Count > 1
        select new Finding(new(synapses.Name, Attributes.Synapse, Occurrence: 0), synapses.Name, synapses.Count);
}
