using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A span does not say how long it is.</summary>
internal sealed class NodeSizeMissing : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0203",
        "Size of a node is missing",
        "The function of '{0}' has spans, whose sizes it does not say; give [Node] {1}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from node in model.Nodes
        where node.Function is { Form: FunctionForm.Span } && MissingOf(node).Any()
        select new Finding(new(node.Member.Name, Attributes.Node), node.Member.Name, Texts.List(MissingOf(node)));

    private static IEnumerable<string> MissingOf(NodeSpec node) =>
        from size in NodeSize.Of(node)
        where size.Wanted < 0 && size.Value == -1
        select $"'{size.Argument}'";
}
