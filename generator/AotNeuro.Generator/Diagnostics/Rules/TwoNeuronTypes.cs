using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>All neurons of an ensemble are of one type.</summary>
internal sealed class TwoNeuronTypes : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0304",
        "Ensemble has two neuron types",
        "'{0}' has {1} neuron types; remove all but one");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where ensemble.NeuronType.AttributeCount > 1
        select new Finding(new(ensemble.Member.Name, Attributes.NeuronType, Occurrence: 1), ensemble.Member.Name, ensemble.NeuronType.AttributeCount);
}
