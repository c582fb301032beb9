using System.Text;
using AotNeuro.Generator.Diagnostics;
using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AotNeuro.Generator;

/// <summary>
/// Compiles neural models: attributes -> <see cref="ModelSpec"/> -> <see cref="StepPlan"/> -> C#. Only equatable values pass from step to
/// step, so that an edit elsewhere costs a comparison. Mistakes are the analyzer's to report; a model with mistakes becomes a stand-in.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NeuroGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.NeuralModelAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (target, cancellation) => ModelParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            .WithTrackingName(TrackingNames.Models);
        context.RegisterSourceOutput(models.Select(static (model, _) => Compile(model)).WithTrackingName(TrackingNames.ModelSources), AddSource);
        context.RegisterSourceOutput(
            models.Where(static model => model.Export is not null).Select(static (model, _) => Export(model)).WithTrackingName(TrackingNames.NativeSources), AddSource);

        context.RegisterSourceOutput(
            context.SyntaxProvider
                .ForAttributeWithMetadataName(KnownNames.NeuralModelAttribute, static (node, _) => MissingPartial.CanBe(node), MissingPartial.Find)
                .Where(static missing => missing is not null),
            static (output, missing) => missing!.Report(output));

        foreach (string attribute in MissingAttributes)
        {
            context.RegisterSourceOutput(
                context.SyntaxProvider
                    .ForAttributeWithMetadataName(attribute, static (node, _) => MissingAttribute.CanBe(node), MissingAttribute.Find)
                    .Where(static missing => missing is not null),
                static (output, missing) => missing!.Report(output));
        }

        context.RegisterSourceOutput(
            context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    KnownNames.NeuronTypeAttribute,
                    static (node, _) => node is StructDeclarationSyntax,
                    static (target, cancellation) => NeuronTypeParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation)!)
                .WithTrackingName(TrackingNames.NeuronTypes)
                .Select(static (type, _) => Compile(type))
                .WithTrackingName(TrackingNames.NeuronTypeSources),
            AddSource);
    }

    /// <summary>The attributes of properties by which a class that was meant to be a model is recognised.</summary>
    private static readonly string[] MissingAttributes =
    [
        KnownNames.EnsembleAttribute, KnownNames.NodeAttribute, KnownNames.ConnectionAttribute, KnownNames.ProbeAttribute, KnownNames.PartAttribute,
        KnownNames.InputAttribute, KnownNames.OutputAttribute,
    ];

    private static GeneratedSource Compile(ModelSpec model)
    {
        bool isValid = Rule.All.All(rule => !rule.IsBrokenBy(model));
        string? text = isValid ? ModelEmitter.Emit(Lowerer.Lower(model)) : model.Facts is { IsPartial: true, IsFileLocal: false } ? StubEmitter.Emit(model) : null;
        return new(model.Place.HintName, text);
    }

    private static GeneratedSource Export(ModelSpec model) =>
        new($"{model.Place.HintName}.Native", Rule.All.All(rule => !rule.IsBrokenBy(model)) ? NativeEmitter.Emit(model) : null);

    private static GeneratedSource Compile(NeuronTypeSpec type) =>
        new(type.Place.HintName, type.Graph is null ? null : NeuronTypeEmitter.Emit(type));

    private static void AddSource(SourceProductionContext context, GeneratedSource source)
    {
        if (source.Text is not null)
        {
            context.AddSource($"{source.HintName}.g.cs", SourceText.From(source.Text, Encoding.UTF8));
        }
    }

    private sealed record GeneratedSource(string HintName, string? Text);
}
