using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>
/// Finds a <see cref="Place"/> in the source: the argument, else the argument among the class's defaults, else the attribute, else the
/// same attribute on the class, else the member, else the class.
/// </summary>
internal sealed class PlaceFinder(INamedTypeSymbol model, CancellationToken cancellation)
{
    private const string Suffix = "Attribute";

    public Location Find(Place place)
    {
        ISymbol[] owners = place.Member is null ? [model] : model.GetMembers(place.Member).Where(IsOurs).ToArray();
        if (place.Attribute is null)
        {
            return owners.Length > place.Occurrence ? NameOf(owners[place.Occurrence]) : NameOf(model);
        }

        AttributeData? found = AttributesOf(owners, place.Attribute).ElementAtOrDefault(place.Occurrence)
            ?? AttributesOf([model], place.Attribute).ElementAtOrDefault(place.Occurrence);
        SyntaxNode? argument = Argument(found, place)
            ?? AttributesOf([.. owners, model], place.Kind + "Defaults").Select(attribute => Argument(attribute, place)).FirstOrDefault();
        return argument?.GetLocation() ?? Syntax(found)?.GetLocation() ?? NameOf(owners.FirstOrDefault() ?? model);
    }

    private static IEnumerable<AttributeData> AttributesOf(IEnumerable<ISymbol> owners, string name) =>
        owners.SelectMany(owner => owner.GetAttributes()).Where(attribute => Matches(attribute, name));

    private SyntaxNode? Argument(AttributeData? attribute, Place place) =>
        Syntax(attribute) is { } syntax ? FindArgument(attribute!, syntax, place) : null;

    private AttributeSyntax? Syntax(AttributeData? attribute) => attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;

    private static bool IsOurs(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ContainingNamespace?.Name == "AotNeuro");

    private static bool Matches(AttributeData attribute, string name)
    {
        if (name is not (Attributes.NeuronType or Attributes.Synapse))
        {
            return attribute.AttributeClass is { ContainingNamespace.Name: "AotNeuro" } type && type.Name == name + Suffix;
        }

        string wanted = name == Attributes.NeuronType ? "NeuronTypeAttribute`1" : "SynapseAttribute";
        INamedTypeSymbol? b = attribute.AttributeClass;
        while (b is not null && b.MetadataName != wanted)
        {
            b = b.BaseType;
        }

        return b is not null;
    }

    /// <summary>The identifier, of the class the one beside its attribute: the class may have several parts.</summary>
    private Location NameOf(ISymbol symbol)
    {
        SyntaxNode? owner = symbol.GetAttributes()
            .Where(attribute => symbol is INamedTypeSymbol && Matches(attribute, Attributes.NeuralModel))
            .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent)
            .FirstOrDefault();
        return owner is TypeDeclarationSyntax declaration ? declaration.Identifier.GetLocation() : symbol.Locations[0];
    }

    private static SyntaxNode? FindArgument(AttributeData attribute, AttributeSyntax syntax, Place place)
    {
        AttributeArgumentSyntax[] arguments = syntax.ArgumentList?.Arguments.ToArray() ?? [];
        if (place.Argument is null)
        {
            return null;
        }

        if (place.Argument == Attributes.FirstArgument)
        {
            return arguments.FirstOrDefault()?.Expression;
        }

        AttributeArgumentSyntax? found = arguments.FirstOrDefault(argument =>
            Equals(argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText, place.Argument));
        if (found is null && attribute.AttributeConstructor is { } constructor)
        {
            int index = constructor.Parameters.ToList().FindIndex(parameter => Equals(parameter.Name, place.Argument));
            if (index < 0)
            {
                return null;
            }

            // The elements of a 'params' array are arguments of their own.
            index += constructor.Parameters[index].IsParams ? Math.Max(place.Element, 0) : 0;
            found = arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null).ElementAtOrDefault(index);
        }

        return found is null ? null : ElementOf(found.Expression, place.Element);
    }

    private static ExpressionSyntax ElementOf(ExpressionSyntax expression, int element)
    {
        InitializerExpressionSyntax? initializer = expression switch
        {
            ArrayCreationExpressionSyntax array => array.Initializer,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer,
            _ => null,
        };
        return initializer is not null && element >= 0 && element < initializer.Expressions.Count ? initializer.Expressions[element] : expression;
    }

    private static bool Equals(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
