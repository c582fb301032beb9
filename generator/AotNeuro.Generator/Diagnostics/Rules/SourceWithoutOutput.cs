using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A connection needs a value to carry.</summary>
internal sealed class SourceWithoutOutput : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0404",
        "Source has no output",
        "The node '{0}' has no output; let its function return a value");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let node = model.FindNode(connection.Source)
        where node is { IsPassthrough: false, SizeOut: 0 } && node.HasKnownSizes()
        select new Finding(new(connection.Member.Name, Attributes.Connection, "source"), connection.Source);
}
