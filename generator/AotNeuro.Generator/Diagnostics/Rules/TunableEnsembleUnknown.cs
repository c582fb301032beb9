using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Tunable are the parameters of neurons.</summary>
internal sealed class TunableEnsembleUnknown : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0701",
        "Target of a tunable parameter is no ensemble",
        "'{0}' is not an ensemble of '{1}'{2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from tunable in model.Tunables
        from target in tunable.Targets.Select((target, i) => (target.Ensemble, Occurrence: i))
        where model.FindEnsemble(target.Ensemble) is null
        let known = model.Ensembles.Select(ensemble => ensemble.Member.Name)
        select NearestName.Finding(
            new(tunable.Member.Name, Attributes.Tunable, "target", target.Occurrence), target.Ensemble, known, target.Ensemble, model.Name);
}
