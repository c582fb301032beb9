using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A synapse is a lowpass filter with a time constant.</summary>
internal sealed class SynapseTime : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0414",
        "Time constant is not a length of time",
        "'{0}' of '{1}' is {2}; a time constant is a positive number of seconds, and '{0} = null' is no synapse");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from filtering in Filtering.In(model)
        where filtering.Tau is { } tau && (!(tau >= 0) || double.IsInfinity(tau))
        select new Finding(filtering.SynapsePlace, filtering.Argument, filtering.Member, Texts.Of(filtering.Tau!.Value));
}
