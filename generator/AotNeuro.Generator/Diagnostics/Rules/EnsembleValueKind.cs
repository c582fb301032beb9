using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Attributes hold constants, or names of members that hold more.</summary>
internal sealed class EnsembleValueKind : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0306",
        "Values of an ensemble are of the wrong kind",
        "'{0}' of '{1}' must be {2}, and {3}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        from value in EnsembleValue.Of(ensemble)
        let fault = value.Form.FindFault(model, value.Value)
        where fault is not null
        select new Finding(
            new(ensemble.Member.Name, Attributes.Ensemble, value.Argument), value.Argument, ensemble.Member.Name, value.Form.Text, fault);
}
