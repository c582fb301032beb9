using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A method that carries the attribute is the connection's function already.</summary>
internal sealed class ConnectionFunctionTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0418",
        "Connection has two functions",
        "'{0}' is the function of its connection itself; remove 'Function', or declare the connection on a property");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.SaysTwice
        select new Finding(new(connection.Member.Name, Attributes.Connection, nameof(connection.Function)), connection.Member.Name);
}
