using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>The attributes of the neuron type beside <c>[Ensemble]</c>, and of what turns its rates into spikes.</summary>
internal static class NeuronUseParser
{
    private const string NeuronTypeBase = "NeuronTypeAttribute`1";
    private const string RatesToSpikesBase = "RatesToSpikesAttribute`1";

    public static NeuronUse Parse(ISymbol member, DefaultsScope scope, Compilation compilation, CancellationToken cancellation) =>
        ParseType(member, scope, compilation, cancellation) with { InitialStates = ParseStates(member, scope.Model) };

    private static EquatableArray<InitialStateSpec> ParseStates(ISymbol member, INamedTypeSymbol model) => member.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.InitialStateAttribute)
        .Select(attribute => new AttributeReader(attribute, model))
        .Select(arguments => new InitialStateSpec(
            arguments.Text("state") ?? "", arguments.Value("value"), arguments.Double("low") ?? 0.0, arguments.Double("high") ?? 0.0))
        .ToEquatableArray();

    private static NeuronUse ParseType(ISymbol member, DefaultsScope scope, Compilation compilation, CancellationToken cancellation)
    {
        // What stands around the ensemble is the default of ensembles; one with a type of its own takes nothing from there.
        // Initial states are those of a type, so what is around the ensemble's own model does not change that.
        bool hasStates = member.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == KnownNames.InitialStateAttribute);
        DefaultsScope? given = Says(member) ? null
            : scope.Chain.FirstOrDefault(outer => Says(outer.Place) && (!hasStates || SymbolEqualityComparer.Default.Equals(outer.Model, scope.Model)));
        NeuronUse use = Read(given?.Place ?? member, given?.Model ?? scope.Model, compilation, cancellation);
        return given is null || SymbolEqualityComparer.Default.Equals(given.Model, scope.Model) ? use : use with { Owner = given.Model.ToDisplayString() };
    }

    /// <summary>Whether a member or class says a neuron type.</summary>
    public static bool Says(ISymbol place) => UsesOf(place, NeuronTypeBase).Length > 0 || UsesOf(place, RatesToSpikesBase).Length > 0;

    private static NeuronUse Read(ISymbol place, INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation)
    {
        Use[] uses = UsesOf(place, NeuronTypeBase);
        INamedTypeSymbol? type = uses.Length > 0 ? uses[0].Type : compilation.GetTypeByMetadataName(KnownNames.DefaultNeuronType);
        string name = type is null ? "" : NameOf(type);
        Use[] spikeUses = UsesOf(place, RatesToSpikesBase);
        if (type?.ToDisplayString() == KnownNames.DirectNeuronType)
        {
            return new(name, null, default, uses.Length, IsDirect: true, SpikesOfNothing(spikeUses));
        }

        NeuronGraph? graph = type is null ? null : NeuronTypeParser.FindGraph(type, compilation, cancellation);
        if (graph is null)
        {
            return new(name, null, default, uses.Length);
        }

        NeuronParameter[] parameters = Given(graph.Parameters, uses, model);
        var use = new NeuronUse(name, graph, parameters.ToEquatableArray(), uses.Length) { Limits = LimitsParser.Of(type!).ToEquatableArray() };
        return spikeUses.Length == 0 ? use : AddSpikes(use, spikeUses, model, compilation, cancellation);
    }

    private static NeuronUse AddSpikes(
        NeuronUse rates, Use[] uses, INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation)
    {
        INamedTypeSymbol type = uses[0].Type;
        RandomSpiking random = RandomOf(type);
        NeuronGraph? graph = random == RandomSpiking.None ? NeuronTypeParser.FindGraph(type, compilation, cancellation) : null;
        if (random == RandomSpiking.None && graph is null)
        {
            return rates with { TypeName = NameOf(type), Graph = null, Parameters = default };
        }

        // The types that draw spikes have no graph, and an amplitude.
        IEnumerable<NeuronParameter> known = graph is null ? [new("Amplitude", 1.0)] : graph.Parameters;
        NeuronParameter[] parameters = NeuronGraphComposer.Qualify(type.Name, Given(known, uses, model)).ToArray();
        bool isOverSpikes = rates.Graph!.IsSpiking;
        string? shared = isOverSpikes ? null : NeuronGraphComposer.FindSharedState(rates.Graph, graph);
        var spikes = new SpikesUse(NameOf(type), type.Name, random, parameters.Length, uses.Length, isOverSpikes, shared);
        return rates with
        {
            Graph = isOverSpikes || shared is not null ? rates.Graph
                : graph is null ? rates.Graph with { Parameters = rates.Graph.Parameters.Concat(NeuronGraphComposer.Qualify(type.Name, known)).ToEquatableArray() }
                : NeuronGraphComposer.Compose(rates.Graph, graph),
            Parameters = rates.Parameters.Concat(parameters).ToEquatableArray(),
            Limits = rates.Limits.Concat(LimitsParser.Of(type, type.Name)).ToEquatableArray(),
            Spikes = spikes,
        };
    }

    /// <summary>Exact ensembles have no rates.</summary>
    private static SpikesUse? SpikesOfNothing(Use[] uses) => uses.Length == 0
        ? null
        : new(NameOf(uses[0].Type), uses[0].Type.Name, RandomSpiking.None, ParameterCount: 0, uses.Length, IsOverSpikes: true);

    /// <summary>Parameters with the values that the first attribute gives them.</summary>
    private static NeuronParameter[] Given(IEnumerable<NeuronParameter> parameters, Use[] uses, INamedTypeSymbol model)
    {
        // While a user types, an argument may stand there twice; the compiler says so.
        ILookup<string, double> given = (uses.Length == 0 ? [] : new AttributeReader(uses[0].Attribute, model).Doubles())
            .ToLookup(argument => argument.Name, argument => argument.Value);
        return parameters
            .Select(parameter => given.Contains(parameter.Name) ? new(parameter.Name, given[parameter.Name].First()) : parameter)
            .ToArray();
    }

    private static RandomSpiking RandomOf(INamedTypeSymbol type) => type.ToDisplayString() switch
    {
        KnownNames.StochasticSpiking => RandomSpiking.Stochastic,
        KnownNames.PoissonSpiking => RandomSpiking.Poisson,
        _ => RandomSpiking.None,
    };

    private static string NameOf(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static Use[] UsesOf(ISymbol member, string attributeBase) =>
        member.GetAttributes()
            .Select(attribute => (Attribute: attribute, Type: TypeOf(attribute.AttributeClass, attributeBase)))
            .Where(use => use.Type is not null)
            .Select(use => new Use(use.Attribute, use.Type!))
            .ToArray();

    /// <summary>The T of an attribute that is, or derives from, a generic attribute of AotNeuro.</summary>
    private static INamedTypeSymbol? TypeOf(INamedTypeSymbol? attribute, string attributeBase)
    {
        for (; attribute is not null; attribute = attribute.BaseType)
        {
            if (attribute is { IsGenericType: true, ContainingNamespace.Name: "AotNeuro" } && attribute.MetadataName == attributeBase)
            {
                return attribute.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return null;
    }

    private readonly struct Use(AttributeData attribute, INamedTypeSymbol type)
    {
        public AttributeData Attribute { get; } = attribute;

        public INamedTypeSymbol Type { get; } = type;
    }
}
