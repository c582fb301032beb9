using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Tunable]</c>, once or several times on a partial property.</summary>
internal static class TunableParser
{
    public static TunableSpec? Parse(ISymbol member, INamedTypeSymbol model, CancellationToken cancellation)
    {
        EquatableArray<TunableTarget> targets = member.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.TunableAttribute)
            .Select(attribute => new AttributeReader(attribute, model))
            .Select(attribute => new TunableTarget(attribute.Text("target") ?? "", attribute.Text("parameter") ?? ""))
            .ToEquatableArray();
        return targets.Count == 0 ? null : new(MemberParser.Parse(member, cancellation), targets);
    }
}
