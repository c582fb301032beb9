using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A part is another model that is right by itself, or a network of the library with sizes that make sense.</summary>
internal sealed class PartUnsuitable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0901",
        "Cannot be a part",
        "'{0}' cannot be a part of '{1}': {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from part in model.Parts
        where part.Problem is not null
        let place = new Place(part.Member.Name, part.IsModel ? null : part.Member.Roles[0])
        select new Finding(place, part.Member.Name, model.Name, part.Problem!);
}
