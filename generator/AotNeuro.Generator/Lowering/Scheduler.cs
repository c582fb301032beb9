namespace AotNeuro.Generator.Lowering;

/// <summary>Orders the operators of a step: sets before reads before updates, otherwise as they were added.</summary>
internal static class Scheduler
{
    public static IReadOnlyList<Operator> Order(IReadOnlyList<Operator> operators)
    {
        var setters = new Dictionary<int, int>();
        for (int i = 0; i < operators.Count; i++)
        {
            foreach (Signal signal in operators[i].Sets)
            {
                setters[signal.Id] = i;
            }
        }

        HashSet<int>[] before = operators
            .Select(op => new HashSet<int>(op.Reads.Where(signal => setters.ContainsKey(signal.Id)).Select(signal => setters[signal.Id])))
            .ToArray();
        AddUpdates(operators, before, setters);
        return Sort(operators, before);
    }

    private static void AddUpdates(IReadOnlyList<Operator> operators, HashSet<int>[] before, Dictionary<int, int> setters)
    {
        ILookup<int, int> readers = operators.SelectMany((op, i) => op.Reads.Select(signal => (signal.Id, i))).ToLookup(pair => pair.Id, pair => pair.i);
        var updaters = new Dictionary<int, int>();
        for (int i = 0; i < operators.Count; i++)
        {
            foreach (Signal signal in operators[i].Updates)
            {
                updaters[signal.Id] = i;
                before[i].UnionWith(readers[signal.Id].Where(reader => reader != i));
            }
        }

        for (int i = 0; i < operators.Count; i++)
        {
            foreach (Signal signal in operators[i].LateReads)
            {
                foreach (Dictionary<int, int> writers in new[] { setters, updaters })
                {
                    before[i].UnionWith(writers.TryGetValue(signal.Id, out int writer) ? [writer] : []);
                }
            }
        }
    }

    /// <summary>Takes the first operator that waits for none, over and over. Rules have made sure that there is one.</summary>
    private static List<Operator> Sort(IReadOnlyList<Operator> operators, HashSet<int>[] before)
    {
        var waiting = before.Select(set => set.Count).ToArray();
        ILookup<int, int> after = before.SelectMany((set, i) => set.Select(j => (j, i))).ToLookup(pair => pair.j, pair => pair.i);
        var ready = new SortedSet<int>(Enumerable.Range(0, operators.Count).Where(i => waiting[i] == 0));
        var order = new List<Operator>();
        while (ready.Count > 0)
        {
            int next = ready.Min;
            ready.Remove(next);
            order.Add(operators[next]);
            foreach (int follower in after[next])
            {
                if (--waiting[follower] == 0)
                {
                    ready.Add(follower);
                }
            }
        }

        if (order.Count != operators.Count)
        {
            throw new InvalidOperationException("The step has a cycle that no rule has reported.");
        }

        return order;
    }
}
