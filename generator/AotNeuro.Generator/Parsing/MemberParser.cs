using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.Generator.Parsing;

/// <summary>Reads what the declaration of a member says, whatever object it declares.</summary>
internal static class MemberParser
{
    private static readonly string[] RoleAttributes =
    [
        KnownNames.NodeAttribute, KnownNames.EnsembleAttribute, KnownNames.ConnectionAttribute, KnownNames.ProbeAttribute, KnownNames.TunableAttribute,
        KnownNames.PartAttribute, KnownNames.InputAttribute, KnownNames.OutputAttribute,
    ];

    private static readonly SymbolDisplayFormat WithNullability =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static MemberSpec Parse(ISymbol member, CancellationToken cancellation)
    {
        EquatableArray<string> roles = member.GetAttributes()
            .Select(attribute => attribute.AttributeClass)
            .Where(type => type is not null && (RoleAttributes.Contains(type.ToDisplayString()) || type.BaseType?.ToDisplayString() == KnownNames.NetworkAttribute))
            .Select(type => type!.Name.Substring(0, type.Name.Length - "Attribute".Length))
            .Distinct()
            .ToEquatableArray();
        return member switch
        {
            IPropertySymbol property => ParseProperty(property, roles, cancellation),
            IFieldSymbol field => new(field.Name, MemberKind.Field, "", field.Type.ToDisplayString(), field.IsConst, roles),
            _ => new(member.Name, MemberKind.Method, "", "", true, roles),
        };
    }

    // Roslyn 4.8 has no symbol API for partial properties, so the modifiers are read from syntax, which newer hosts parse.
    private static MemberSpec ParseProperty(IPropertySymbol property, EquatableArray<string> roles, CancellationToken cancellation)
    {
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as PropertyDeclarationSyntax;
        SyntaxTokenList modifiers = syntax?.Modifiers ?? default;
        bool tunable = roles.Contains("Tunable");
        AccessorDeclarationSyntax[] accessors = syntax?.AccessorList?.Accessors.ToArray() ?? [];
        SyntaxKind[] wanted = tunable
            ? [SyntaxKind.GetAccessorDeclaration, SyntaxKind.SetAccessorDeclaration]
            : [SyntaxKind.GetAccessorDeclaration];
        bool isPartialGetter = modifiers.Any(SyntaxKind.PartialKeyword)
            && !modifiers.Any(SyntaxKind.StaticKeyword)
            && syntax?.Initializer is null
            && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null, Modifiers.Count: 0 })
            && accessors.Select(accessor => accessor.Kind()).SequenceEqual(wanted);
        return new(
            property.Name,
            MemberKind.Property,
            modifiers.ToString(),
            property.Type.ToDisplayString(WithNullability),
            isPartialGetter,
            roles);
    }
}
