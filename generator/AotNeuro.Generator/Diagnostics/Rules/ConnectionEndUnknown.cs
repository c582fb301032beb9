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

    public override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from end in connection.Ends()
        where !model.IsVertex(end.Name) && model.OtherRole(end.Name) is null
        select new Finding(end.Place, end.Name, model.Name, NearestName.Hint(end.Name, model.Vertices()));
}
