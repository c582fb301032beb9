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
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        if (AttributeReader.Find(type, KnownNames.NeuralModelAttribute, type) is null)
        {
            MissingModel.Analyze(context, type);
            return;
        }

        ModelSpec model = ModelParser.Parse(type, context.Compilation, context.CancellationToken);
        var places = new PlaceFinder(type, context.CancellationToken);

        // What stands on the class is a mistake once, however many objects take it from there.
        var reported = new HashSet<(string, Location)>();
        foreach (Rule rule in Rule.All.Where(rule => rule is not NotPartial || !MissingPartial.IsFor(model)))
        {
            foreach (Finding finding in rule.Find(model))
            {
                Location place = places.Find(finding.Place);
                if (reported.Add((rule.Descriptor.Id, place)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(rule.Descriptor, place, PropertiesOf(finding), finding.Arguments));
                }
            }
        }
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(Finding finding) => finding.Remedy is { } remedy
        ? ImmutableDictionary<string, string?>.Empty.Add(RemedyProperty.Name, remedy)
        : ImmutableDictionary<string, string?>.Empty;
}
