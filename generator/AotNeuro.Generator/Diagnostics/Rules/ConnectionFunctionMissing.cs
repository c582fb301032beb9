using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A connection that names a function needs that function.</summary>
internal sealed class ConnectionFunctionMissing : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0405",
        "Function of a connection is missing",
        "'{0}' has no method '{1}'{2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        FunctionUse.FindMissing(model, FunctionUse.OfConnections(model));
}
