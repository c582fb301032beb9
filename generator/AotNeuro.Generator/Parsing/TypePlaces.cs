using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>Finds what must be printed around the members of a partial type.</summary>
internal static class TypePlaces
{
    public static TypePlace Of(INamedTypeSymbol type, string keyword)
    {
        var containers = new List<string>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, Declaration(outer, KeywordOf(outer)));
        }

        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        string hint = type.ToDisplayString().Replace('<', '{').Replace('>', '}');
        return new(space, containers.ToEquatableArray(), Declaration(type, keyword), hint);
    }

    private static string Declaration(INamedTypeSymbol type, string keyword) =>
        $"partial {keyword} {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";

    private static string KeywordOf(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
