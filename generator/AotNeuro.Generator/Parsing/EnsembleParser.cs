using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Ensemble]</c> and the attribute of the neuron type beside it.</summary>
internal static class EnsembleParser
{
    public static EnsembleSpec? Parse(ISymbol member, INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.EnsembleAttribute, model) is not { } attribute)
        {
            return null;
        }

        return new(
            MemberParser.Parse(member, cancellation),
            attribute.Int("neurons") ?? 0,
            attribute.Int("dimensions") ?? 0,
            attribute.Double("Radius") ?? 1.0,
            attribute.Int("Seed"),
            attribute.Int("EvalPointCount"),
            attribute.Bool("NormalizeEncoders") ?? true,
            attribute.Value("MaxRates"),
            attribute.Value("Intercepts"),
            attribute.Value("Encoders"),
            attribute.Value("EvalPoints"),
            ParseNeuronType(member, model, compilation, cancellation));
    }

    private static NeuronUse ParseNeuronType(ISymbol member, INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation)
    {
        (AttributeData Attribute, INamedTypeSymbol Type)[] uses = member.GetAttributes()
            .Select(attribute => (attribute, NeuronTypeOf(attribute.AttributeClass)))
            .Where(use => use.Item2 is not null)
            .Select(use => (use.attribute, use.Item2!))
            .ToArray();
        INamedTypeSymbol? type = uses.Length > 0 ? uses[0].Type : compilation.GetTypeByMetadataName(KnownNames.DefaultNeuronType);
        NeuronGraph? graph = type is null ? null : NeuronTypeParser.FindGraph(type, compilation, cancellation);
        if (type is null || graph is null)
        {
            return new(type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? "", null, default, uses.Length);
        }

        // While a user types, an argument may stand there twice; the compiler says so.
        ILookup<string, double> given = (uses.Length == 0 ? [] : new AttributeReader(uses[0].Attribute, model).Doubles())
            .ToLookup(argument => argument.Name, argument => argument.Value);
        EquatableArray<NeuronParameter> parameters = graph.Parameters
            .Select(parameter => given.Contains(parameter.Name) ? new(parameter.Name, given[parameter.Name].First()) : parameter)
            .ToEquatableArray();
        return new(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), graph, parameters, uses.Length);
    }

    /// <summary>The neuron type of an attribute that is, or derives from, <c>NeuronTypeAttribute&lt;T&gt;</c>.</summary>
    private static INamedTypeSymbol? NeuronTypeOf(INamedTypeSymbol? attribute)
    {
        for (; attribute is not null; attribute = attribute.BaseType)
        {
            if (attribute is { IsGenericType: true, MetadataName: "NeuronTypeAttribute`1", ContainingNamespace.Name: "AotNeuro" })
            {
                return attribute.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return null;
    }
}
