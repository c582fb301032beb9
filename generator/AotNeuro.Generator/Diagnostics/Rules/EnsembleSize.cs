using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>An ensemble represents a vector by neurons.</summary>
internal sealed class EnsembleSize : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0301",
        "Ensemble has no size",
        "'{0}' of '{1}' is {2}; an ensemble has at least 1 neuron and 1 dimension");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        from size in new[] { (Argument: "neurons", Value: ensemble.Neurons), (Argument: "dimensions", Value: ensemble.Dimensions) }
        where size.Value < 1
        select new Finding(new(ensemble.Member.Name, Attributes.Ensemble, size.Argument), size.Argument, ensemble.Member.Name, size.Value);
}
