using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>
/// Attributes of AotNeuro mean something in classes with <c>[NeuralModel]</c> only. Such a class is no model, so this rule finds nothing in
/// models: the analyzer asks it of all other classes, and the generator where partial properties keep analyzers from running.
/// </summary>
internal sealed class MissingModel : Rule
{
    private static readonly string[] ClassAttributes = [KnownNames.EnsembleDefaults, KnownNames.ConnectionDefaults, KnownNames.ProbeDefaults];

    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0115",
        "Class is not marked as a model",
        "[{0}] means nothing here, since '{1}' is no model; add [NeuralModel] to '{1}'");

    /// <summary>Reports the first attribute of a class that has such attributes and is no model.</summary>
    public static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (!HasPartialProperty(type, context.CancellationToken) && Find(type, context.CancellationToken) is { } attribute)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                All.OfType<MissingModel>().Single().Descriptor,
                attribute.ApplicationSyntaxReference!.GetSyntax(context.CancellationToken).GetLocation(),
                NameOf(attribute),
                type.Name));
        }
    }

    /// <summary>The first attribute that needs a model, on a partial property if there is one; null if there is none.</summary>
    public static AttributeData? Find(INamedTypeSymbol type, CancellationToken cancellation) =>
        PropertiesOf(type, cancellation).Select(property => RolesOf(property, cancellation).First()).FirstOrDefault()
            ?? type.GetAttributes().FirstOrDefault(attribute => ClassAttributes.Contains(attribute.AttributeClass?.ToDisplayString()))
            ?? type.GetMembers().SelectMany(member => RolesOf(member, cancellation)).FirstOrDefault();

    /// <summary>The attribute's name without its suffix.</summary>
    public static string NameOf(AttributeData attribute) =>
        attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - "Attribute".Length);

    protected override IEnumerable<Finding> Check(ModelSpec model) => [];

    private static IEnumerable<AttributeData> RolesOf(ISymbol member, CancellationToken cancellation)
    {
        bool canHave = member.CanBeReferencedByName && !member.GetAttributes().IsEmpty;
        string[] roles = canHave ? MemberParser.Parse(member, cancellation).Roles.ToArray() : [];
        return member.GetAttributes().Where(attribute => roles.Contains(attribute.AttributeClass?.Name.Replace("Attribute", "")));
    }

    private static bool HasPartialProperty(INamedTypeSymbol type, CancellationToken cancellation) => PropertiesOf(type, cancellation).Any();

    /// <summary>Partial properties with our attributes, of which the compiler complains where no generator completes them.</summary>
    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(property =>
            RolesOf(property, cancellation).Any() && MemberParser.Parse(property, cancellation).Modifiers.Contains("partial"));
}
