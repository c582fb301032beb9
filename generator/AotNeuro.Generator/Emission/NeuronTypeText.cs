using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>The neuron type of an ensemble, with its parameters, as the builder gets it.</summary>
internal static class NeuronTypeText
{
    public static string Create(ModelSpec model, EnsembleSpec ensemble)
    {
        NeuronUse use = ensemble.NeuronType;
        string type = $"new {use.TypeName} {{ {Parameters(model, ensemble, use.TypeParameters, "")} }}";
        return use.Spikes is { } spikes
            ? $"new global::AotNeuro.RatesToSpikes({type}, new {spikes.TypeName} {{ {Parameters(model, ensemble, use.SpikesParameters, spikes.Name + ".")} }})"
            : type;
    }

    /// <summary>The distributions of the states that are drawn, in order.</summary>
    public static string InitialStates(ModelSpec model, NeuronUse use) => string.Join(", ", use.Graph!.States
        .Where(state => !state.IsHidden)
        .Select(state => InitialState(model, state, use.InitialStates.FirstOrDefault(item => item.State == state.Name))));

    private static string InitialState(ModelSpec model, NeuronState state, InitialStateSpec? given)
    {
        (double low, double high) = given is { Value.IsAbsent: true } ? (given.Low, given.High) : (state.Low, state.High);
        string values = given is null or { Value.IsAbsent: true }
            ? ""
            : $" {{ Name = {Literal.Of(state.Name)}, Values = {HandleEmitter.Value(model, given.Value)} }}";
        return $"new({Literal.Of(low)}, {Literal.Of(high)}{(state.Group == 0 ? "" : $", Group: {state.Group}")}){values}";
    }

    private static string Parameters(ModelSpec model, EnsembleSpec ensemble, IEnumerable<NeuronParameter> parameters, string prefix) =>
        string.Join(", ", parameters.Select(parameter =>
            $"{parameter.Name.Substring(prefix.Length)} = {BuildEmitter.Parameter(model, ensemble, parameter.Name)}"));
}
