using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Only the output of neurons is decoded.</summary>
internal sealed class SolverOfProbe : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0507",
        "Solver on a probe that decodes nothing",
        "'{0}' records what is not decoded; leave 'Solver' out");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        let solving = Solving.Of(probe)
        let decodes = model.FindEnsemble(probe.Target) is { NeuronType.IsDirect: false } && probe.IsDecoded()
        let isKnown = model.IsVertex(probe.Target) || model.FindConnection(probe.Target) is not null
        where solving.HasSolver && isKnown && !decodes
        select new Finding(solving.Place, probe.Member.Name);
}
