using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A rate type and what makes spikes of its rates are probed by one name per state.</summary>
internal sealed class SharedState : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0314",
        "State of two types",
        "'{0}' cannot make spikes of the rates of {1} neurons, since both have a state '{2}'; rename that of '{1}'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        let spikes = ensemble.NeuronType.Spikes
        where spikes?.SharedState is not null
        select new Finding(new(ensemble.Member.Name, spikes.Name), spikes.Name, ensemble.NeuronType.Graph!.Name, spikes.SharedState!);
}
