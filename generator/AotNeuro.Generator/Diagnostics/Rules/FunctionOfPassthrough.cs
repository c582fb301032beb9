using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A node that passes its input on computes nothing, as in Nengo.</summary>
internal sealed class FunctionOfPassthrough : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0410",
        "Function on a node that passes its input on",
        "'{0}' passes its input on, so a connection from it has no function; give '{0}' the function, or connect its sources directly");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.Function is not null && !connection.From.IsNeurons && model.FindNode(connection.Source) is { IsPassthrough: true }
        select new Finding(FunctionUse.Of(connection).Place, connection.Source);
}
