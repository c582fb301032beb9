using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A node has one output.</summary>
internal sealed class NodeOutputTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0208",
        "Node has two outputs",
        "'{0}' has two outputs: a function, constant values and the member itself exclude each other; keep one");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from node in model.Nodes
        where node.SaysTwice || (node.Function is not null && node.Constant.Count > 0)
        select new Finding(new(node.Member.Name, Attributes.Node), node.Member.Name);
}
