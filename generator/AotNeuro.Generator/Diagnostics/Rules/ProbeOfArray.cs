using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>What an array represents is joined at its output.</summary>
internal sealed class ProbeOfArray : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0509",
        "Probe of the ensembles of an array",
        "'{0}' stands for {1} ensembles, which are decoded one by one; probe '{2}', or the neurons, '{0}.Neurons'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where probe.IsDecoded() && !probe.Of.IsNeurons && model.FindEnsemble(probe.Target) is { IsArray: true }
        select new Finding(
            probe.PlaceOf("target"),
            probe.Target,
            model.FindEnsemble(probe.Target)!.Count,
            probe.Of.NodeOfArray("Output"));
}
