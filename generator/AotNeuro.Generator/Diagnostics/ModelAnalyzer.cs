using System.Collections.Immutable;
using AotNeuro.Generator.Diagnostics.Rules;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>Reports what the rules find in classes with <c>[NeuralModel]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rule.All.Select(rule => rule.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || AttributeReader.Find(type, KnownNames.NeuralModelAttribute, type) is null)
        {
            return;
        }

        ModelSpec model = ModelParser.Parse(type, context.Compilation, context.CancellationToken);
        var places = new PlaceFinder(type, context.CancellationToken);
        foreach (Rule rule in Rule.All.Where(rule => rule is not NotPartial || !MissingPartial.IsFor(model)))
        {
            foreach (Finding finding in rule.Find(model))
            {
                context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, places.Find(finding.Place), finding.Arguments));
            }
        }
    }
}
