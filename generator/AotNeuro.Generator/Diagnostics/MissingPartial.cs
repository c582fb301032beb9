using AotNeuro.Generator.Diagnostics.Rules;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>
/// AN0101 for a model with partial properties in a class that is not partial. The compiler stops at such declarations before analyzers run,
/// so this one message comes from the generator.
/// </summary>
internal sealed record MissingPartial(string Type, string Model, string Path, TextSpan Span, LinePositionSpan Lines)
{
    private static readonly DiagnosticDescriptor Descriptor = new NotPartial().Descriptor;

    /// <summary>Whether the generator, and so not the analyzer, reports the model.</summary>
    public static bool IsFor(ModelSpec model) =>
        model.Facts.NotPartial is not null && model.Members.Any(member => member.Modifiers.Contains("partial"));

    /// <summary>Whether the syntax lacks a modifier, so that models without this mistake are not parsed a second time.</summary>
    public static bool CanBe(SyntaxNode node) =>
        node is ClassDeclarationSyntax
        && node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static MissingPartial? Find(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        ModelSpec model = ModelParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation);
        Location place = ((TypeDeclarationSyntax)target.TargetNode).Identifier.GetLocation();
        return IsFor(model)
            ? new(model.Facts.NotPartial!, model.Name, target.TargetNode.SyntaxTree.FilePath, place.SourceSpan, place.GetLineSpan().Span)
            : null;
    }

    public void Report(SourceProductionContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(Path, Span, Lines), Type, Model));
}
