using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Functions are decoded from an ensemble or computed of a node; what single neurons give is only weighted.</summary>
internal sealed class FunctionOfNeurons : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0423",
        "Function of neurons",
        "'{0}' means single neurons, of which no function is computed; let the connection start at '{1}', or give it a 'Transform' instead");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.From.IsNeurons && model.FindEnsemble(connection.Source) is not null
        where connection.Function is not null || !connection.Points.IsNothing
        let place = connection.Function is null
            ? new(connection.Member.Name, Attributes.Connection, nameof(connection.Function))
            : FunctionUse.Of(connection).Place
        select new Finding(place, connection.From.Text, connection.Source);
}
