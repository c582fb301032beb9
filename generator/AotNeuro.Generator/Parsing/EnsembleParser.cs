using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Ensemble]</c> and the attribute of the neuron type beside it.</summary>
internal static class EnsembleParser
{
    public static EnsembleSpec? Parse(ISymbol member, INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.EnsembleAttribute, model, KnownNames.EnsembleDefaults) is not { } attribute)
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
            attribute.Value("Gain"),
            attribute.Value("Bias"),
            attribute.Value("Noise"),
            NeuronUseParser.Parse(member, model, compilation, cancellation));
    }
}
