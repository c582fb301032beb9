using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Parsing;

/// <summary>
/// Puts the graph of a type that makes spikes of rates behind the graph of a rate type: what the one calls its current is what the
/// other returns.
/// </summary>
internal static class NeuronGraphComposer
{
    /// <summary>
    /// The graph of both. Parameters of the second type have its name before theirs, since both may have an amplitude; its states are a
    /// group of their own. The rates are a state that only a probe keeps alive.
    /// </summary>
    public static NeuronGraph Compose(NeuronGraph rates, NeuronGraph spikes)
    {
        var nodes = rates.Nodes.ToList();
        var places = new int[spikes.Nodes.Count];
        for (int i = 0; i < places.Length; i++)
        {
            NeuronNode node = spikes.Nodes[i];
            places[i] = node.Op == NeuronOp.Current ? rates.Result : nodes.Count;
            if (node.Op != NeuronOp.Current)
            {
                nodes.Add(Move(node, places, spikes.Name));
            }
        }

        NeuronState[] states =
        [
            .. rates.States,
            new(ProbeSignals.RateOut, 0, 0, IsHidden: true, rates.Result, Initial: -1),
            .. spikes.States.Select(state => state with { Next = At(places, state.Next), Initial = At(places, state.Initial), Group = 1 }),
        ];
        return new(
            spikes.Name + rates.Name,
            spikes.SettleTime,
            rates.Parameters.Concat(Qualify(spikes.Name, spikes.Parameters)).ToEquatableArray(),
            states.ToEquatableArray(),
            nodes.ToEquatableArray(),
            places[spikes.Result],
            IsSpiking: true,
            rates.IsNegative);
    }

    /// <summary>A state of the rate type whose name the other's states, or the rates, have too.</summary>
    public static string? FindSharedState(NeuronGraph rates, NeuronGraph? spikes) =>
        rates.States.Select(state => state.Name)
            .FirstOrDefault(name => name == ProbeSignals.RateOut || spikes?.States.Any(state => state.Name == name) == true);

    /// <summary>The parameters of a type that makes spikes, as they are named beside those of the rate type.</summary>
    public static IEnumerable<NeuronParameter> Qualify(string type, IEnumerable<NeuronParameter> parameters) =>
        parameters.Select(parameter => parameter with { Name = Qualify(type, parameter.Name) });

    private static string Qualify(string type, string parameter) => $"{type}.{parameter}";

    private static NeuronNode Move(NeuronNode node, int[] places, string type) => node with
    {
        A = At(places, node.A),
        B = At(places, node.B),
        C = At(places, node.C),
        Name = node.Op == NeuronOp.Parameter ? Qualify(type, node.Name!) : node.Name,
    };

    private static int At(int[] places, int index) => index < 0 ? -1 : places[index];
}
