using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.CodeFixes;

/// <summary>AN0101: makes a model, and the types around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddPartial : SyntaxFix
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Ids => ["AN0101"];

    /// <inheritdoc/>
    protected override (string Title, SyntaxNode Old, SyntaxNode New)? Find(SyntaxNode place, string? remedy)
    {
        TypeDeclarationSyntax[] types = [.. place.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()];
        if (types.Length == 0)
        {
            return null;
        }

        TypeDeclarationSyntax outermost = types[types.Length - 1];
        return ("Make it partial", outermost, outermost.ReplaceNodes(types, (_, type) => OfPartial(type)));
    }

    /// <summary>The type with the modifier, which comes last.</summary>
    internal static TypeDeclarationSyntax OfPartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.AddModifiers(partial)
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).AddModifiers(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia));
    }
}
