using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A node asks a process for steps of its own, so one process does for all models of the class.</summary>
internal sealed class ProcessNotStatic : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0209",
        "Process is not static",
        "The process '{0}' must be static, since all instances of the model share it; declare '{0}' as 'static readonly'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from node in model.Nodes
        where node.Process.Kind == ValueKind.InstanceMember
        let isOwn = node.Process.Name == node.Member.Name
        select new Finding(isOwn ? new(node.Member.Name) : new(node.Member.Name, Attributes.Node, "function"), node.Process.Name!);
}
