using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Ensemble]</c> and the attribute of the neuron type beside it.</summary>
internal static class EnsembleParser
{
    public static EnsembleSpec? Parse(ISymbol member, DefaultsScope scope, Compilation compilation, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.EnsembleAttribute, scope, KnownNames.EnsembleDefaults) is not { } attribute)
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
            RatesOf(attribute, "MaxRates"),
            RatesOf(attribute, "Intercepts"),
            attribute.Value("Encoders"),
            attribute.Value("EvalPoints"),
            attribute.Value("Gain"),
            attribute.Value("Bias"),
            attribute.Value("Noise"),
            NeuronUseParser.Parse(member, scope, compilation, cancellation))
        {
            SizesOwner = attribute.OwnerOf("Radius", "EvalPointCount", "NormalizeEncoders"),
        };
    }

    /// <summary>Max rates or intercepts: the model's default is not for an ensemble that has gains and biases of its own.</summary>
    private static ValueSpec RatesOf(AttributeReader attribute, string name) =>
        attribute.Has("Gain") && !attribute.Has(name) ? ValueSpec.Absent : attribute.Value(name);
}
