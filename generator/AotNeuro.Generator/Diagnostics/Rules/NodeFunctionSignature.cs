using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The step calls a node's function with the time and the input, in one of a few forms.</summary>
internal sealed class NodeFunctionSignature : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0202",
        "Function of a node has the wrong form",
        "'{0}' cannot be the function of a node. Write 'double F(double t)', with one more 'double' per input dimension or with a tuple as "
        + "result, or 'void F(double t, ReadOnlySpan<double> x, Span<double> y)', where x or y may be missing; found '{1}'.");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        FunctionUse.FindInvalid(FunctionUse.OfNodes(model));
}
