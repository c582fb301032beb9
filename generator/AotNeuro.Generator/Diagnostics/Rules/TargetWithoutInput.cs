using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A connection needs something that takes its value.</summary>
internal sealed class TargetWithoutInput : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0403",
        "Target takes no input",
        "The node '{0}' takes no input; {1}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let node = model.FindNode(connection.Target)
        where node is { IsPassthrough: false, SizeIn: 0 } && node.HasKnownSizes()
        let remedy = node.IsInput ? "the host writes its values" : node.Function is null ? "its output is constant" : "give its function an argument after the time"
        select new Finding(new(connection.Member.Name, Attributes.Connection, "target"), connection.Target, remedy);
}
