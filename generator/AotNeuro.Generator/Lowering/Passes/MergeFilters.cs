using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>
/// One filter serves all connections and probes that filter the same signal with the same time constant: all start at 0, so that they hold the same bits
/// for ever. Other synapses are objects of their owners, and stay.
/// </summary>
internal static class MergeFilters
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        var first = new Dictionary<(int Source, double Tau, bool IsImmediate), Signal>();
        var sameAs = new Dictionary<int, Signal>();
        var kept = new List<Operator>();
        foreach (Operator op in operators)
        {
            if (op is not FilterOperator { Synapse.Kind: ValueKind.Number } filter)
            {
                kept.Add(op);
                continue;
            }

            var key = (Replace(filter.Source).Id, filter.Synapse.Numbers[0], filter.IsImmediate);
            if (first.TryGetValue(key, out Signal other))
            {
                sameAs.Add(filter.State.Id, other);
            }
            else
            {
                first.Add(key, filter.State);
                kept.Add(op);
            }
        }

        return sameAs.Count == 0 ? operators : kept.Select(op => op.WithReads(Replace)).ToArray();

        Signal Replace(Signal signal) => sameAs.TryGetValue(signal.Id, out Signal other) ? other : signal;
    }
}
