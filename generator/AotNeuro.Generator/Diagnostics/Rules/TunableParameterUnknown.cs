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

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from tunable in model.Tunables
        from target in tunable.Targets.Select((target, i) => (target.Ensemble, target.Parameter, Occurrence: i))
        let use = model.FindEnsemble(target.Ensemble)?.NeuronType
        where use is { Graph: not null } or { IsDirect: true }
        let parameters = use.Graph?.Parameters.Select(parameter => parameter.Name).ToArray() ?? []
        where !parameters.Contains(target.Parameter)
        select new Finding(
            new(tunable.Member.Name, Attributes.Tunable, "parameter", target.Occurrence),
            use.Graph?.Name ?? use.Name,
            target.Ensemble,
            target.Parameter,
            parameters.Length == 0 ? "none" : Texts.List(parameters));
}
