using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A neuron must start to fire before its max rate is reached.</summary>
internal sealed class InterceptBelowOne : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0310",
        "Intercept is too high",
        "An intercept of '{0}' is {1}; it must be below 1, where the max rate is reached");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        from intercept in WrittenNumber.In(ensemble.Member.Name, Attributes.Ensemble, nameof(ensemble.Intercepts), ensemble.Intercepts)
        where intercept.IsFinite && intercept.Value >= 1
        select new Finding(intercept.Place, ensemble.Member.Name, Texts.Of(intercept.Value));
}
