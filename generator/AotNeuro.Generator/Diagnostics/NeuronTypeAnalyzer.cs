using System.Collections.Immutable;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>Reports mistakes in structs with <c>[NeuronType]</c>. What the generator cannot read its parser has found already.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeuronTypeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unreadable = Describe(
        "AN0601", "Neuron type cannot be compiled", "Neuron type '{0}': {1}");

    private static readonly DiagnosticDescriptor NotPartial = Describe(
        "AN0602", "Neuron type is not partial", "'{0}' must be declared partial, so that the generator can complete the neuron type '{1}'");

    private static readonly DiagnosticDescriptor ReservedState = Describe(
        "AN0603",
        "Name of a state is taken",
        "A state of a neuron type cannot be named '{0}', since every ensemble has a signal of that name; choose another name");

    /// <summary>What the signals and the memory of every ensemble are named.</summary>
    private static readonly string[] Reserved =
    [
        ProbeSignals.Decoded, ProbeSignals.Input, ProbeSignals.Output, ProbeSignals.Spikes, ProbeSignals.Current,
        "State", "Constants", "DecodedValues", "Injected", "Noise", ProbeSignals.ScaledEncoders,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Unreadable, NotPartial, ReservedState);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static DiagnosticDescriptor Describe(string id, string title, string message) =>
        Rule.Describe(id, title, message, DiagnosticSeverity.Error);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Struct || NeuronTypeParser.Parse(type, context.Compilation, context.CancellationToken) is not { } spec)
        {
            return;
        }

        SyntaxTree tree = TreeOfStep(type);
        foreach (NeuronTypeProblem problem in spec.Problems)
        {
            Location location = Location.Create(tree, new TextSpan(problem.Start, problem.Length));
            context.ReportDiagnostic(Diagnostic.Create(Unreadable, location, type.Name, problem.Message));
        }

        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(NotPartial, outer.Locations[0], outer.Name, type.Name));
            }
        }

        foreach (NeuronState state in spec.Graph?.States.Where(state => Reserved.Contains(state.Name)) ?? [])
        {
            context.ReportDiagnostic(Diagnostic.Create(ReservedState, type.GetMembers(state.Name)[0].Locations[0], state.Name));
        }
    }

    /// <summary>Nearly all that can be wrong is wrong in the step, so its file is the one meant where a type has several.</summary>
    private static SyntaxTree TreeOfStep(INamedTypeSymbol type) =>
        (type.GetMembers("Step").FirstOrDefault() ?? type).Locations[0].SourceTree!;

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
}
