using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A node has an output, or passes its input on.</summary>
internal sealed class EmptyNode : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0206",
        "Node has no output",
        "'{0}' has no output: give [Node] a function, constant values, or, if it passes its input on, 'SizeIn'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from node in model.Nodes
        where node.IsPassthrough && node.SizeIn == -1 && node.Member.Kind != MemberKind.Field
        select new Finding(new(node.Member.Name, Attributes.Node), node.Member.Name);
}
