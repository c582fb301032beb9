using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A filter's coefficients say how it changes in time.</summary>
internal sealed class FilterImpossible : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0431",
        "There is no such filter",
        "The filter of '{0}' cannot be made: {1}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from filtering in Filtering.In(model)
        where filtering.Synapse.Mistake is not null
        select new Finding(new(filtering.Member, Attributes.Synapse), filtering.Member, filtering.Synapse.Mistake!);
}
