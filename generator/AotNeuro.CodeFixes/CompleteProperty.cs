using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.CodeFixes;

/// <summary>AN0108: declares a property so that the generator can complete it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CompleteProperty : SyntaxFix
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Ids => ["AN0108"];

    /// <inheritdoc/>
    protected override (string Title, SyntaxNode Old, SyntaxNode New)? Find(SyntaxNode place, string? remedy)
    {
        if (remedy is null
            || place.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property
            || SyntaxFactory.ParseMemberDeclaration(remedy) is not PropertyDeclarationSyntax wanted)
        {
            return null;
        }

        // Comments and indentation before the declaration stand before its first modifier, or else its type.
        SyntaxTriviaList before = (property.Modifiers.Count > 0 ? property.Modifiers[0] : property.Type.GetFirstToken()).LeadingTrivia;
        PropertyDeclarationSyntax completed = wanted
            .WithLeadingTrivia(before)
            .WithAttributeLists(property.AttributeLists)
            .WithTrailingTrivia(property.GetTrailingTrivia());
        return ($"Declare it as '{remedy}'", property, completed);
    }
}
