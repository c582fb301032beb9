using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>As in Nengo, gains and biases win over max rates and intercepts, from which they would be computed.</summary>
internal sealed class GainAndRates : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Warning(
        "AN0316",
        "Gain and bias take the place of max rates and intercepts",
        "'{0}' of '{1}' has no effect beside 'Gain' and 'Bias'; leave it out");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where !ensemble.Gain.IsNothing && !ensemble.Bias.IsNothing
        from value in new[]
        {
            (Argument: nameof(ensemble.MaxRates), Value: ensemble.MaxRates),
            (Argument: nameof(ensemble.Intercepts), Value: ensemble.Intercepts),
        }
        where !value.Value.IsNothing
        select new Finding(new(ensemble.Member.Name, Attributes.Ensemble, value.Argument), value.Argument, ensemble.Member.Name);
}
