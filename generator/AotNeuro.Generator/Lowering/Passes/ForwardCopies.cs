namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>
/// A sum of one signal is that signal: its readers read the source itself. The order of a step keeps that right, since reads come
/// before the update of the source.
/// </summary>
/// <remarks>
/// A filter that reads the state of another filter keeps its copy: two such filters, each fed by the other, would each have
/// to be updated before the other.
/// </remarks>
internal static class ForwardCopies
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        Dictionary<int, Signal> sourceOf = operators.OfType<SumOperator>()
            .Where(sum => sum.Sources.Count == 1 && sum.Sources[0].Indices.Count == 0 && !sum.Target.IsPadded)
            .ToDictionary(sum => sum.Target.Id, sum => sum.Sources[0].Signal);
        var states = new HashSet<int>(operators.OfType<FilterOperator>().Select(filter => filter.State.Id));
        foreach (FilterOperator filter in operators.OfType<FilterOperator>())
        {
            if (states.Contains(Forward(filter.Source, sourceOf).Id))
            {
                sourceOf.Remove(filter.Source.Id);
            }
        }

        return operators
            .Where(op => !(op is SumOperator sum && sourceOf.ContainsKey(sum.Target.Id)))
            .Select(op => op.WithReads(signal => Forward(signal, sourceOf)))
            .ToArray();
    }

    private static Signal Forward(Signal signal, Dictionary<int, Signal> sourceOf)
    {
        while (sourceOf.TryGetValue(signal.Id, out Signal source))
        {
            signal = source;
        }

        return signal;
    }
}
