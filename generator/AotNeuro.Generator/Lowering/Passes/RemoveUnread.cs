using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>Keeps the operators that have an effect outside, and those whose results they read, directly or through others.</summary>
internal static class RemoveUnread
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        ILookup<int, Operator> writers = operators
            .SelectMany(op => op.Sets.Concat(op.Updates).Concat(op.Increments).Concat(FirstValuesOf(op)).Select(signal => (signal.Id, Writer: op)))
            .ToLookup(pair => pair.Id, pair => pair.Writer);
        var kept = new HashSet<Operator>();
        var left = new Stack<Operator>(operators.Where(op => op.HasEffect));
        while (left.Count > 0)
        {
            Operator next = left.Pop();
            if (kept.Add(next))
            {
                IEnumerable<Signal> reads = next.Reads.Concat(next.LateReads);
                foreach (Operator writer in reads.SelectMany(signal => writers[signal.Id]).Concat(HoldersOfEncoders(operators, next)))
                {
                    left.Push(writer);
                }

                // Currents are computed where the neurons step, also if a probe alone reads them.
                if (next is EncodeOperator encode)
                {
                    left.Push(operators.OfType<NeuronsOperator>().First(neurons => neurons.Current.Id == encode.Current.Id));
                }
            }
        }

        return operators.Where(kept.Contains).ToArray();
    }

    /// <summary>PES onto neurons takes its error along the target's encoders, which are there with its neurons alone.</summary>
    private static IEnumerable<Operator> HoldersOfEncoders(IReadOnlyList<Operator> operators, Operator op) =>
        op is LearnOperator { Rule.Kind: LearningRuleKind.PES, Connection.EndsAtNeurons: true } learn
            ? operators.OfType<NeuronsOperator>().Where(neurons => neurons.Ensemble.Member.Name == learn.Connection.Target)
            : [];

    /// <summary>Weights that change get their first values where they are used.</summary>
    private static IEnumerable<Signal> FirstValuesOf(Operator op) => op is WeightsOperator weighted ? [weighted.Weights] : [];
}
