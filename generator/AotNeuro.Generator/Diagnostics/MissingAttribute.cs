using AotNeuro.Generator.Diagnostics.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>
/// AN0115 for a class with partial properties that lacks <c>[NeuralModel]</c>. The compiler stops at properties that nothing completes before
/// analyzers run, so this message comes from the generator then.
/// </summary>
internal sealed record MissingAttribute(string Attribute, string Type, string Path, TextSpan Span, LinePositionSpan Lines)
{
    private static readonly DiagnosticDescriptor Descriptor = new MissingModel().Descriptor;

    /// <summary>Whether the property's class, as far as its declaration here says, is no model: models are not looked at a second time.</summary>
    public static bool CanBe(SyntaxNode node) =>
        node is PropertyDeclarationSyntax { Parent: ClassDeclarationSyntax type } property
        && property.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Contains("NeuralModel"));

    /// <summary>The message, at the class's first such property.</summary>
    public static MissingAttribute? Find(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        INamedTypeSymbol type = target.TargetSymbol.ContainingType;
        bool isModel = type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.NeuralModelAttribute);
        if (isModel || MissingModel.Find(type, cancellation) is not { } first || !target.Attributes.Contains(first))
        {
            return null;
        }

        Location place = first.ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation();
        return new(MissingModel.NameOf(first), type.Name, target.TargetNode.SyntaxTree.FilePath, place.SourceSpan, place.GetLineSpan().Span);
    }

    public void Report(SourceProductionContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(Path, Span, Lines), Attribute, Type));
}
