using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The represented vectors fill a sphere.</summary>
internal sealed class InvalidRadius : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0302",
        "Radius is not positive",
        "'Radius' of '{0}' is {1}; it must be positive and finite");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        where !(ensemble.Radius > 0) || double.IsInfinity(ensemble.Radius)
        select new Finding(new(ensemble.Member.Name, Attributes.Ensemble, "Radius"), ensemble.Member.Name, Texts.Of(ensemble.Radius));
}
