using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.CodeFixes;

/// <summary>AN0115: marks a class with attributes of a model as one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MarkModel : SyntaxFix
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Ids => ["AN0115"];

    /// <inheritdoc/>
    protected override (string Title, SyntaxNode Old, SyntaxNode New)? Find(SyntaxNode place, string? remedy)
    {
        if (place.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } type)
        {
            return null;
        }

        SyntaxTriviaList before = type.GetLeadingTrivia();
        SyntaxTrivia[] indentation = [.. before.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];
        AttributeListSyntax attribute = SyntaxFactory
            .AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("NeuralModel"))))
            .WithLeadingTrivia(before)
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        TypeDeclarationSyntax marked = AddPartial.OfPartial(type.WithLeadingTrivia(indentation));
        return ("Mark the class with [NeuralModel]", type, marked.WithAttributeLists(marked.AttributeLists.Insert(0, attribute)));
    }
}
