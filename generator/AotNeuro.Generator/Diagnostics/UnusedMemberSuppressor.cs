using System.Collections.Immutable;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>
/// A private connection or probe that no code mentions is not unused: declaring it is its use. Takes back what the compiler's style rules
/// say of such members.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedMemberSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Unused = new("ANSP001", "IDE0051", "A member that declares an object of a neural model is used by the model.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Unused);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            SyntaxTree? tree = diagnostic.Location.SourceTree;
            SyntaxNode? node = tree?.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node is not null
                && context.GetSemanticModel(tree!).GetDeclaredSymbol(node, context.CancellationToken) is { } member
                && MemberParser.Parse(member, context.CancellationToken).Roles.Count > 0)
            {
                context.ReportSuppression(Suppression.Create(Unused, diagnostic));
            }
        }
    }
}
