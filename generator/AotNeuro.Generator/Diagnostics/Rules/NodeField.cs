using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The value of a node that is a field is compiled into the model.</summary>
internal sealed class NodeField : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0207",
        "Node is a field that is not a constant",
        "'{0}' must be declared 'const double', since its value is compiled into the model; for a value that changes, write a method");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from node in model.Nodes
        where node.Member is { Kind: MemberKind.Field, IsOwn: true } && node.Process.IsNothing && !(node.Member is { IsPartialGetter: true, Type: "double" or "float" or "int" })
        select new Finding(new(node.Member.Name), node.Member.Name);
}
