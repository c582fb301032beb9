using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The spikes of a step are bits, one per neuron of an ensemble, which are recorded as they are.</summary>
internal sealed class SpikesOfSome : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0510",
        "Spikes of some neurons, or of several ensembles",
        "The spikes of '{0}' cannot be recorded, since {1}; record all of one ensemble, or write 'Signal = ProbeSignal.Output'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where probe.Signal == ProbeSignals.Spikes
        let ensemble = model.FindEnsemble(probe.Target)
        where ensemble is not null
        let fault = ensemble.IsArray ? $"it stands for {ensemble.Count} ensembles"
            : probe.Of.Slice is not null ? "it is a slice"
            : null
        where fault is not null
        select new Finding(new(probe.Member.Name, Attributes.Probe, nameof(probe.Signal)), probe.Of.Text, fault);
}
