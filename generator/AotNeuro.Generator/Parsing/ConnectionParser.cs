using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Connection]</c> on a partial property or on the method that is its function.</summary>
internal static class ConnectionParser
{
    public static ConnectionSpec? Parse(ISymbol member, DefaultsScope scope, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.ConnectionAttribute, scope, KnownNames.ConnectionDefaults) is not { } attribute)
        {
            return null;
        }

        INamedTypeSymbol model = scope.Model;

        // What Function names is a method, or else the values of the function at the evaluation points.
        ValueSpec named = attribute.Value("Function");
        bool isPoints = member is not IMethodSymbol && named.Kind is ValueKind.Member or ValueKind.InstanceMember;
        FunctionSpec? function = member is IMethodSymbol method ? FunctionParser.Parse(method, hasTime: false)
            : isPoints ? null
            : attribute.Text("Function") is { } name ? FunctionParser.Find(model, name, hasTime: false)
            : null;
        return new(
            MemberParser.Parse(member, cancellation),
            EndParser.Parse(attribute.Text("source")),
            EndParser.Parse(attribute.Text("target")),
            function,
            member is IMethodSymbol && attribute.Text("Function") is not null,
            attribute.Int("SizeMid") ?? (function is { Form: FunctionForm.Scalar } ? function.Outputs : -1),
            isPoints ? named : ValueSpec.Absent,
            attribute.Value("EvalPoints"),
            attribute.Bool("ScaleEvalPoints") ?? true,
            SynapseParser.Parse(member, attribute) ?? ValueSpec.OfNumber(0.005),
            attribute.Value("Transform"),
            attribute.Value("Solver"),
            attribute.Bool("Weights") ?? false,
            LearningRuleParser.Parse(member, model),
            attribute.Int("Seed"))
        {
            SaysSolver = attribute.Has("Solver"),
            SynapseCount = SynapseParser.Count(member, attribute),
        };
    }
}
