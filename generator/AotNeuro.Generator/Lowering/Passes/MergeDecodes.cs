namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>
/// What an ensemble represents is decoded once, however many connections and probes ask for it: the default solver draws nothing, so that all
/// their decoders are the same numbers. Each still has its decoders, solved with those of the others, to be read from its handle.
/// </summary>
internal static class MergeDecodes
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        var first = new Dictionary<string, Signal>();
        var sameAs = new Dictionary<int, Signal>();
        var kept = new List<Operator>();
        foreach (Operator op in operators)
        {
            if (op is DecodeOperator { IsRepresented: true } decode && first.TryGetValue(decode.Ensemble.Member.Name, out Signal other))
            {
                sameAs.Add(decode.Target.Id, other);
                continue;
            }

            if (op is DecodeOperator { IsRepresented: true } found)
            {
                first.Add(found.Ensemble.Member.Name, found.Target);
            }

            kept.Add(op);
        }

        return sameAs.Count == 0
            ? operators
            : kept.Select(op => op.WithReads(signal => sameAs.TryGetValue(signal.Id, out Signal other) ? other : signal)).ToArray();
    }
}
