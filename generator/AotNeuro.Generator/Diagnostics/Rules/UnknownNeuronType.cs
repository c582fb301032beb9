using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The step of the neurons is compiled from their type's graph.</summary>
internal sealed class UnknownNeuronType : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0305",
        "Neuron type cannot be used",
        "'{0}' cannot have '{1}' neurons: the type must be a struct with [NeuronType] that compiles, "
        + "here or in an assembly built with AotNeuro's generator");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where ensemble.NeuronType is { Graph: null, IsDirect: false }
        let place = ensemble.NeuronType.AttributeCount == 0 ? new Place(ensemble.Member.Name) : new(ensemble.Member.Name, Attributes.NeuronType)
        select new Finding(place, ensemble.Member.Name, ensemble.NeuronType.TypeName.Replace("global::", ""));
}
