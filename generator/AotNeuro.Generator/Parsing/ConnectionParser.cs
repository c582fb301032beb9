using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Connection]</c> on a partial property or on the method that is its function.</summary>
internal static class ConnectionParser
{
    public static ConnectionSpec? Parse(ISymbol member, INamedTypeSymbol model, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.ConnectionAttribute, model) is not { } attribute)
        {
            return null;
        }

        FunctionSpec? function = member is IMethodSymbol method ? FunctionParser.Parse(method, hasTime: false)
            : attribute.Text("Function") is { } name ? FunctionParser.Find(model, name, hasTime: false)
            : null;
        return new(
            MemberParser.Parse(member, cancellation),
            attribute.Text("source") ?? "",
            attribute.Text("target") ?? "",
            function,
            member is IMethodSymbol && attribute.Text("Function") is not null,
            attribute.Int("SizeMid") ?? (function is { Form: FunctionForm.Scalar } ? function.Outputs : -1),
            attribute.Value("Synapse") is { IsAbsent: false } synapse ? synapse : new(ValueKind.Number, new([0.005])),
            attribute.Value("Transform"),
            attribute.Value("Solver"),
            attribute.Int("Seed"));
    }
}
