using System.Collections.Immutable;
using AotNeuro.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AotNeuro.CodeFixes;

/// <summary>A fix that replaces one node of the syntax tree, chosen by where the diagnostic is.</summary>
public abstract class SyntaxFix : CodeFixProvider
{
    /// <summary>The diagnostics that it fixes.</summary>
    protected abstract IEnumerable<string> Ids { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => Ids.ToImmutableArray();

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            diagnostic.Properties.TryGetValue(RemedyProperty.Name, out string? remedy);
            SyntaxNode? place = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (place is not null && Find(place, remedy) is { } change)
            {
                Document document = context.Document;
                context.RegisterCodeFix(
                    CodeAction.Create(change.Title, _ => Task.FromResult(document.WithSyntaxRoot(root!.ReplaceNode(change.Old, change.New))), GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>What to change, or null if there is nothing to offer.</summary>
    /// <param name="place">Where the diagnostic is.</param>
    /// <param name="remedy">What it says should stand there.</param>
    protected abstract (string Title, SyntaxNode Old, SyntaxNode New)? Find(SyntaxNode place, string? remedy);
}
