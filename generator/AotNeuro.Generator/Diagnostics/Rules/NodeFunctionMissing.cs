using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A node that names a function needs that function.</summary>
internal sealed class NodeFunctionMissing : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0201",
        "Function of a node is missing",
        "'{0}' has no method '{1}'{2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        FunctionUse.FindMissing(model, FunctionUse.OfNodes(model));
}
