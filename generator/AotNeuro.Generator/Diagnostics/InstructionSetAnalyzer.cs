using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>
/// NativeAOT compiles for the oldest x64 processors unless it is told otherwise, and a model then takes three times as long. The hint stands on
/// the first model of a project that is published with NativeAOT and names no instruction set.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstructionSetAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = Rule.Describe(
        "AN0116",
        "No instruction set is chosen",
        "NativeAOT compiles '{0}' for x64 processors without AVX, where its steps take about three times as long: set 'IlcInstructionSet' to "
        + "'x86-64-v3' (AVX2) or 'x86-64-v4' (AVX-512) if the processors it will run on have that, or to 'x86-64-v2' if they may not",
        DiagnosticSeverity.Info);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        AnalyzerConfigOptions project = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        bool isOther = PropertyOf(project, "RuntimeIdentifier") is { Length: > 0 } runtime && !runtime.EndsWith("-x64", StringComparison.Ordinal);
        if (isOther || PropertyOf(project, "IlcInstructionSet") != "" || !IsTrue(PropertyOf(project, "PublishAot")))
        {
            return;
        }

        var first = new Lazy<INamedTypeSymbol?>(() => FirstModel(context.Compilation.Assembly.GlobalNamespace));
        context.RegisterSymbolAction(symbol => Analyze(symbol, first), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<INamedTypeSymbol?> first)
    {
        if (IsModel((INamedTypeSymbol)context.Symbol) && SymbolEqualityComparer.Default.Equals(context.Symbol, first.Value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0], context.Symbol.Name));
        }
    }

    /// <summary>The project's property, which <c>AotNeuro.targets</c> makes visible; empty if it is not set.</summary>
    private static string PropertyOf(AnalyzerConfigOptions project, string name) =>
        project.TryGetValue($"build_property.{name}", out string? value) ? value : "";

    private static bool IsTrue(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static INamedTypeSymbol? FirstModel(INamespaceOrTypeSymbol scope) =>
        TypesIn(scope).Where(IsModel).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).FirstOrDefault();

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol scope) =>
        scope.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(
            member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    private static bool IsModel(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.NeuralModelAttribute);
}
