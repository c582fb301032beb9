using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A size that is known already can only be repeated.</summary>
internal sealed class NodeSizeContradiction : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0204",
        "Size of a node contradicts its declaration",
        "'{0}' of '{1}' is {2}, but {3}; leave '{0}' out");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from node in model.Nodes
        from size in NodeSize.Of(node)
        where size.Wanted >= 0 && size.Value >= 0 && size.Value != size.Wanted
        select new Finding(new(node.Member.Name, Attributes.Node, size.Argument), size.Argument, node.Member.Name, size.Value, size.Reason);
}
