using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A connection joins nodes and ensembles only.</summary>
internal sealed class ConnectionEndUnsuitable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0402",
        "End of a connection cannot be connected",
        "'{0}' is {1}; a connection leads from a node or ensemble to a node or ensemble");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from end in connection.Ends()
        let name = end.End.Name
        where !model.IsVertex(name) && !end.End.IsNeurons
        let role = model.OtherRole(name)
        where role is not null && !(end.Place.Argument == "target" && model.FindConnection(name) is { LearningRules.Count: > 0 })
        select new Finding(end.Place, name, role);
}
