using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Only the output of neurons is decoded.</summary>
internal sealed class SolverOfNode : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0411",
        "Solver on a connection that decodes nothing",
        "'{0}' {1}; leave 'Solver' out");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let solving = Solving.Of(connection)
        let reason = model.WhyNotDecoded(connection)
        where solving.HasSolver && reason is not null
        select new Finding(solving.Place, connection.From.Text, reason);
}
