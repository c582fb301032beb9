using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>One cannot be solved for when the other is given, as in Nengo.</summary>
internal sealed class GainWithoutBias : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0315",
        "Gain and bias go together",
        "'{0}' of '{1}' is given without '{2}'; give both, or neither");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where ensemble.Gain.IsNothing != ensemble.Bias.IsNothing
        let given = ensemble.Gain.IsNothing ? nameof(ensemble.Bias) : nameof(ensemble.Gain)
        let missing = ensemble.Gain.IsNothing ? nameof(ensemble.Gain) : nameof(ensemble.Bias)
        select new Finding(new(ensemble.Member.Name, Attributes.Ensemble, given), given, ensemble.Member.Name, missing);
}
