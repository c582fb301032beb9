using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The builder calls a connection's function at points of the source's space.</summary>
internal sealed class ConnectionFunctionSignature : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0406",
        "Function of a connection has the wrong form",
        "'{0}' cannot be the function of a connection. Write 'double F(double x)', with one 'double' per dimension of the source or with a tuple as "
        + "result, or 'void F(ReadOnlySpan<double> x, Span<double> y)'; found '{1}'.");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        FunctionUse.FindInvalid(FunctionUse.OfConnections(model));
}
