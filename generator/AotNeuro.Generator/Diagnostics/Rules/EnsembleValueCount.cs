using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>An array gives every neuron its own values.</summary>
internal sealed class EnsembleValueCount : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0307",
        "Array has the wrong length",
        "'{0}' of '{1}' has {2}, but its {3} need {4}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where ensemble is { Neurons: > 0, Dimensions: > 0 }
        from value in EnsembleValue.Of(ensemble)
        where value.Value.Kind == ValueKind.Numbers && value.PerNeuron > 0
        let needed = (long)value.PerNeuron * ensemble.Neurons
        where value.Value.Numbers.Count != needed
        select new Finding(
            new(ensemble.Member.Name, Attributes.Ensemble, value.Argument),
            value.Argument,
            ensemble.Member.Name,
            Texts.Count(value.Value.Numbers.Count, "number"),
            Texts.Count(ensemble.Neurons, "neuron"),
            needed);
}
