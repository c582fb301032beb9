using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Sizes count dimensions.</summary>
internal sealed class NodeSizeInvalid : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0205",
        "Size of a node is not positive",
        "'{0}' of '{1}' is {2}; a size is at least 1");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from node in model.Nodes
        from size in NodeSize.Of(node)
        where node.IsInput ? size.Value < 1 : size.Wanted >= 0 ? size.Value < 0 : size.Value is 0 or < -1
        select new Finding(new(node.Member.Name, node.IsInput ? Attributes.Input : Attributes.Node, size.Argument), size.Argument, node.Member.Name, size.Value);
}
