using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A neuron with a refractory period cannot fire faster than that allows.</summary>
internal sealed class MaxRateReachable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0309",
        "Max rate is out of reach",
        "A max rate of '{0}' is {1} Hz, but with 'TauRef' = {2} its neurons fire at less than {3} Hz");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        let period = ensemble.NeuronType.Parameters.FirstOrDefault(parameter => parameter.Name == TauRef)?.Value
        where period > 0 && !model.Tunables.Any(tunable => tunable.Targets.Contains(new(ensemble.Member.Name, TauRef)))
        from rate in WrittenNumber.In(ensemble.Member.Name, Attributes.Ensemble, nameof(ensemble.MaxRates), ensemble.MaxRates)
        where rate.IsFinite && rate.Value >= 1 / period
        select new Finding(rate.Place, ensemble.Member.Name, Texts.Of(rate.Value), Texts.Of(period.Value), Texts.Of(1 / period.Value));

    private const string TauRef = nameof(TauRef);
}
