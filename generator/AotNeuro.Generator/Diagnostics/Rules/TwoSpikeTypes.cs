using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Rates become spikes in one way.</summary>
internal sealed class TwoSpikeTypes : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0313",
        "Rates become spikes twice",
        "'{0}' has {1} attributes that make spikes of rates; remove all but one");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where ensemble.NeuronType.Spikes is { AttributeCount: > 1 }
        select new Finding(new(ensemble.Member.Name), ensemble.Member.Name, ensemble.NeuronType.Spikes!.AttributeCount);
}
