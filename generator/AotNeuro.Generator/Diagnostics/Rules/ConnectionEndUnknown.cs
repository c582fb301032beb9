using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A connection joins objects of the model.</summary>
internal sealed class ConnectionEndUnknown : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0401",
        "End of a connection is unknown",
        "'{0}' is neither a node nor an ensemble of '{1}'{2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from end in connection.Ends()
        let name = end.End.Name
        where !model.IsVertex(name) && model.OtherRole(name) is null && !model.IsInBrokenPart(name)
        let known = end.Place.Argument == "target" ? model.Ends().Concat(model.Rules()) : model.Ends()
        select NearestName.Finding(end.Place, name, known, name, model.Name);
}
