using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Tunable are the parameters of neurons.</summary>
internal sealed class TunableParameterUnknown : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0702",
        "Parameter is unknown",
        "{0} neurons, which '{1}' has, have no parameter '{2}'; they have {3}");

    public override IEnumerable<Finding> Check(ModelSpec model) =>
        from tunable in model.Tunables
        from target in tunable.Targets.Select((target, i) => (target.Ensemble, target.Parameter, Occurrence: i))
        let graph = model.FindEnsemble(target.Ensemble)?.NeuronType.Graph
        where graph is not null && !graph.Parameters.Any(parameter => parameter.Name == target.Parameter)
        select new Finding(
            new(tunable.Member.Name, Attributes.Tunable, "parameter", target.Occurrence),
            graph.Name,
            target.Ensemble,
            target.Parameter,
            graph.Parameters.Count == 0 ? "none" : Texts.List(graph.Parameters.Select(parameter => parameter.Name)));
}
