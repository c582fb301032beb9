using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>What makes spikes of rates needs a neuron type with rates beside it; the default type spikes.</summary>
internal sealed class SpikesOfRates : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0312",
        "No rates to make spikes of",
        "'{0}' makes spikes of rates, and {1} neurons have none; add a rate type such as 'LIFRate' to '{2}'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        let spikes = ensemble.NeuronType.Spikes
        where spikes is { IsOverSpikes: true }
        let type = ensemble.NeuronType.TypeName
        let name = type.Substring(type.LastIndexOfAny(['.', ':']) + 1)
        select new Finding(new(ensemble.Member.Name, spikes.Name), spikes.Name, name, ensemble.Member.Name);
}
