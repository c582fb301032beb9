using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>What the ensembles and connections of a library network are like where the network does not say: the defaults beside it and around it.</summary>
internal sealed class NetworkDefaults(ISymbol member, DefaultsScope scope, Compilation compilation, CancellationToken cancellation)
{
    private readonly NeuronUse _neuronType = NeuronUseParser.Parse(member, scope, compilation, cancellation);
    private readonly AttributeReader? _ensemble = scope.Find(KnownNames.EnsembleDefaults);
    private readonly AttributeReader? _connection = scope.Find(KnownNames.ConnectionDefaults);

    /// <summary>The synapse of connections.</summary>
    public ValueSpec Synapse => _connection?.Value("Synapse") is { IsAbsent: false } given ? given : ValueSpec.OfNumber(0.005);

    /// <summary>An ensemble, or an array of them, with nothing said but its size.</summary>
    public EnsembleSpec Ensemble(string path, int neurons, int dimensions, int? arrayCount) => new(
        Member(path),
        neurons,
        dimensions,
        _ensemble?.Double("Radius") ?? 1.0,
        null,
        _ensemble?.Int("EvalPointCount"),
        _ensemble?.Bool("NormalizeEncoders") ?? true,
        Value("MaxRates"),
        Value("Intercepts"),
        Value("Encoders"),
        Value("EvalPoints"),
        Value("Gain"),
        Value("Bias"),
        Value("Noise"),
        _neuronType)
    {
        ArrayCount = arrayCount,
        SizesOwner = _ensemble?.OwnerOf("Radius", "EvalPointCount", "NormalizeEncoders"),
    };

    public static MemberSpec Member(string path) => new(path, MemberKind.Field, "", "", true, default);

    private ValueSpec Value(string name) => _ensemble?.Value(name) ?? ValueSpec.Absent;
}
