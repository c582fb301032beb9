using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The rate at the edge of the radius decides a neuron's gain.</summary>
internal sealed class MaxRatePositive : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0308",
        "Max rate is not positive",
        "A max rate of '{0}' is {1} Hz; it must be greater than 0");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        from rate in WrittenNumber.In(ensemble.Member.Name, Attributes.Ensemble, nameof(ensemble.MaxRates), ensemble.MaxRates)
        where rate.IsFinite && rate.Value <= 0
        select new Finding(rate.Place, ensemble.Member.Name, Texts.Of(rate.Value));
}
