using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Decoders are solved at points.</summary>
internal sealed class EvalPointCount : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0303",
        "No evaluation points",
        "'EvalPointCount' of '{0}' is {1}; at least 1 point is needed, and leaving it out gives Nengo's number");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where ensemble.EvalPointCount < 1
        select new Finding(new(ensemble.Member.Name, Attributes.Ensemble, "EvalPointCount"), ensemble.Member.Name, ensemble.EvalPointCount!);
}
