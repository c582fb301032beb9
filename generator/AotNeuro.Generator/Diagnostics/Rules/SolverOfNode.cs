using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Only the output of neurons is decoded.</summary>
internal sealed class SolverOfNode : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0411",
        "Solver on a connection from a node",
        "'{0}' is a node, which has no neurons to decode; leave 'Solver' out");

    public override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let filtering = Filtering.Of(connection)
        where filtering.HasSolver && (model.FindNode(connection.Source) is not null || connection.From.IsNeurons)
        select new Finding(filtering.SolverPlace, connection.Source);
}
