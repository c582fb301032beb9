using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.CodeFixes;

/// <summary>The messages that ask "did you mean": writes what was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReplaceName : SyntaxFix
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Ids => ["AN0201", "AN0318", "AN0401", "AN0405", "AN0501", "AN0701"];

    /// <inheritdoc/>
    protected override (string Title, SyntaxNode Old, SyntaxNode New)? Find(SyntaxNode place, string? remedy)
    {
        if (remedy is null || NameIn(place) is not { } name)
        {
            return null;
        }

        ExpressionSyntax meant = name is LiteralExpressionSyntax literal ? Corrected(literal, remedy)
            : SyntaxFacts.IsValidIdentifier(remedy) ? SyntaxFactory.ParseExpression($"nameof({remedy})")
            : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(remedy));
        return ($"Write '{remedy}'", name, meant.WithTriviaFrom(name));
    }

    /// <summary>The string or <c>nameof</c> at a place; of <c>nameof(A) + "[0]"</c> the name.</summary>
    private static ExpressionSyntax? NameIn(SyntaxNode place) => place.DescendantNodesAndSelf()
        .OfType<ExpressionSyntax>()
        .FirstOrDefault(node => node.IsKind(SyntaxKind.StringLiteralExpression)
            || node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } });

    /// <summary>A path with its slice: <c>"Enz[0]"</c> becomes <c>"Ens[0]"</c>.</summary>
    private static ExpressionSyntax Corrected(LiteralExpressionSyntax literal, string remedy)
    {
        string path = literal.Token.ValueText;
        int slice = path.IndexOf('[');
        return SyntaxFactory.LiteralExpression(
            SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(remedy + (slice < 0 || remedy.Contains("[") ? "" : path.Substring(slice))));
    }
}
