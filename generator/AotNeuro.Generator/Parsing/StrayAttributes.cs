using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>Finds attributes that say something of an object, on members that declare no such object.</summary>
internal static class StrayAttributes
{
    private const string NeuronTypeBase = "NeuronTypeAttribute`1";
    private const string RatesToSpikesBase = "RatesToSpikesAttribute`1";

    private static readonly string[] Connections = [KnownNames.ConnectionAttribute];
    private static readonly string[] Filtered = [KnownNames.ConnectionAttribute, KnownNames.ProbeAttribute, KnownNames.OutputAttribute];
    private static readonly string[] Parts = [KnownNames.PartAttribute, KnownNames.NetworkAttribute];
    private static readonly string[] Neurons = [KnownNames.EnsembleAttribute, .. Parts];
    private static readonly string[] Initial = [KnownNames.EnsembleAttribute, KnownNames.NetworkAttribute];
    private static readonly string[] Memories = ["AotNeuro.AssociativeMemoryAttribute"];
    private static readonly string[] Arrays = ["AotNeuro.EnsembleArrayAttribute"];

    public static IEnumerable<StrayAttribute> Of(ISymbol member)
    {
        AttributeData[] attributes = member.GetAttributes().Where(attribute => attribute.AttributeClass is not null).ToArray();
        return
            from attribute in attributes
            let owners = OwnersOf(attribute.AttributeClass!)
            where owners is not null && !attributes.Any(other => IsOwner(other.AttributeClass!, owners))
            select new StrayAttribute(member.Name, NameOf(attribute.AttributeClass!.Name), string.Join(" or ", owners.Select(Written)));
    }

    /// <summary>The attributes of which one must stand beside an attribute; null if it needs none.</summary>
    private static string[]? OwnersOf(INamedTypeSymbol attribute)
    {
        switch (attribute.ToDisplayString())
        {
            case "AotNeuro.ArrayOutputAttribute":
                return Arrays;
            case KnownNames.InitialStateAttribute:
                return Initial;
            case KnownNames.MemoryInputAttribute or KnownNames.MemoryOutputAttribute or KnownNames.MemoryDefaultAttribute:
                return Memories;
            case KnownNames.EnsembleDefaults or KnownNames.ConnectionDefaults or KnownNames.ProbeDefaults:
                return Parts;
        }

        for (INamedTypeSymbol? b = attribute.BaseType; b is not null; b = b.BaseType)
        {
            if (b.ToDisplayString() is KnownNames.LearningRuleAttribute)
            {
                return Connections;
            }

            if (b.ToDisplayString() is KnownNames.SynapseAttribute)
            {
                return Filtered;
            }

            if (b.ContainingNamespace?.Name == "AotNeuro" && b.MetadataName is NeuronTypeBase or RatesToSpikesBase)
            {
                return Neurons;
            }
        }

        return null;
    }

    private static bool IsOwner(INamedTypeSymbol attribute, string[] owners) =>
        owners.Contains(attribute.ToDisplayString()) || owners.Contains(attribute.BaseType?.ToDisplayString());

    private static string Written(string attribute) =>
        attribute == KnownNames.NetworkAttribute ? "a network of the library" : $"[{NameOf(attribute.Substring(attribute.LastIndexOf('.') + 1))}]";

    private static string NameOf(string attribute) =>
        attribute.EndsWith("Attribute", StringComparison.Ordinal) ? attribute.Substring(0, attribute.Length - "Attribute".Length) : attribute;
}
