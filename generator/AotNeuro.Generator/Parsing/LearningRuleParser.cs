using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>The learning rules of a connection: attributes beside <c>[Connection]</c>, as <c>[PES(LearningRate = 2e-4)]</c>.</summary>
internal static class LearningRuleParser
{
    private static readonly Dictionary<string, LearningRuleKind> Kinds = Enum.GetValues(typeof(LearningRuleKind))
        .Cast<LearningRuleKind>()
        .ToDictionary(kind => $"AotNeuro.{kind}Attribute");

    public static EquatableArray<LearningRuleSpec> Parse(ISymbol member, INamedTypeSymbol model) =>
        member.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { } type && Kinds.ContainsKey(type.ToDisplayString()))
            .Select(attribute => Parse(Kinds[attribute.AttributeClass!.ToDisplayString()], new(attribute, model)))
            .ToEquatableArray();

    private static LearningRuleSpec Parse(LearningRuleKind kind, AttributeReader attribute)
    {
        ValueSpec Synapse(string name, ValueSpec byDefault) => attribute.Value(name) is { IsAbsent: false } given ? given : byDefault;

        ValueSpec pre = Synapse("PreSynapse", ValueSpec.OfNumber(0.005));
        return new(
            kind,
            attribute.Text("Name") ?? kind.ToString(),
            attribute.Double("LearningRate") ?? DefaultRate(kind),
            pre,
            Synapse("PostSynapse", kind == LearningRuleKind.Voja ? ValueSpec.OfNumber(0.005) : pre),
            Synapse("ThetaSynapse", ValueSpec.OfNumber(1.0)),
            attribute.Double("Beta") ?? 1.0);
    }

    private static double DefaultRate(LearningRuleKind kind) => kind switch
    {
        LearningRuleKind.PES => 1e-4,
        LearningRuleKind.RLS => 1e-3,
        LearningRuleKind.BCM => 1e-9,
        LearningRuleKind.Oja => 1e-6,
        _ => 1e-2,
    };
}
