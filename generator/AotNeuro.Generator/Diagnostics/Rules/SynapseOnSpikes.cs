using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Spikes are kept as events, of which there is nothing to filter.</summary>
internal sealed class SynapseOnSpikes : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0504",
        "Synapse on spikes",
        "Spikes are recorded as events, which a synapse cannot filter; for filtered spikes write 'Signal = ProbeSignal.Output'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where probe.Signal == ProbeSignals.Spikes && !probe.Synapse.IsNothing
        let place = Filtering.Of(probe).SynapsePlace
        select new Finding(place.Attribute == Attributes.Synapse ? place with { Argument = null } : place);
}
