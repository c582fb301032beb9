namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>Drops operators whose results nothing reads and that have no effect outside, until none is left.</summary>
internal static class RemoveUnread
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        while (true)
        {
            var read = new HashSet<int>(operators.SelectMany(op => op is SampleOperator sample ? [sample.Source] : op.Reads).Select(signal => signal.Id));
            Operator[] kept = operators.Where(op => op.HasEffect || op.Sets.Concat(op.Updates).Concat(op.Increments).Any(signal => read.Contains(signal.Id))).ToArray();
            if (kept.Length == operators.Count)
            {
                return kept;
            }

            operators = kept;
        }
    }
}
