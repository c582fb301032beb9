using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Rate neurons have an output in every step, and no spikes.</summary>
internal sealed class SpikesOfRateType : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0508",
        "Neurons do not spike",
        "'{0}' has {1} neurons, which have rates and do not spike; for the rates write 'Signal = ProbeSignal.Output'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where probe.Signal == ProbeSignals.Spikes
        let use = model.FindEnsemble(probe.Target)?.NeuronType
        where use is { Graph: not null, IsSpiking: false }
        select new Finding(probe.PlaceOf(nameof(probe.Signal)), probe.Target, use.Graph!.Name);
}
