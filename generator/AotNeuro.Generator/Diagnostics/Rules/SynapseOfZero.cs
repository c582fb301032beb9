using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>As in Nengo, a filter without a time constant still gives its value in the next step.</summary>
internal sealed class SynapseOfZero : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Warning(
        "AN0416",
        "Synapse of zero delays",
        "'Synapse = 0' delays the value of '{0}' by one step; write 'Synapse = null' for no delay");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from filtering in Filtering.In(model)
        where filtering.Tau == 0 && filtering.Synapse.Kind == ValueKind.Number && filtering.Argument == "Synapse"
        select new Finding(filtering.SynapsePlace, filtering.Member);
}
