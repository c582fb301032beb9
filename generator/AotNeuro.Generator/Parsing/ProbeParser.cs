using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Probe]</c>.</summary>
internal static class ProbeParser
{
    public static ProbeSpec? Parse(ISymbol member, INamedTypeSymbol model, CancellationToken cancellation) =>
        AttributeReader.Find(member, KnownNames.ProbeAttribute, model, KnownNames.ProbeDefaults) is { } attribute
            ? new(
                MemberParser.Parse(member, cancellation),
                EndParser.Parse(attribute.Text("target")),
                attribute.Text("Signal"),
                SynapseParser.Parse(member, attribute, model) ?? new(ValueKind.Null, default),
                attribute.Double("SampleEvery"),
                attribute.Int("KeepLast"),
                attribute.Value("Solver"),
                attribute.Int("Seed"))
            : null;
}
