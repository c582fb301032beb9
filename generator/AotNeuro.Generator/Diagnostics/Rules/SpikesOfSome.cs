using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The spikes of a step are bits, one per neuron, which are recorded as they are.</summary>
internal sealed class SpikesOfSome : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0510",
        "Spikes of some neurons",
        "Spikes are recorded of all neurons; write '{0}' in place of '{1}', or 'Signal = ProbeSignal.Output'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where probe.Signal == ProbeSignals.Spikes && probe.Of.Slice is not null && model.FindEnsemble(probe.Target) is not null
        select new Finding(probe.PlaceOf("target"), probe.Of.Whole(), probe.Of.Text);
}
