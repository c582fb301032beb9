namespace AotNeuro.Generator.Lowering;

/// <summary>What depends on what within a step.</summary>
internal static class Dependence
{
    /// <summary>Whether a signal depends on others in the same step.</summary>
    /// <param name="operators">All operators.</param>
    /// <param name="from">The others.</param>
    /// <param name="to">The signal.</param>
    public static bool Reaches(IReadOnlyList<Operator> operators, IEnumerable<Signal> from, Signal to)
    {
        ILookup<int, Operator> readers = operators.SelectMany(op => op.Reads.Select(signal => (signal.Id, Reader: op))).ToLookup(pair => pair.Id, pair => pair.Reader);
        var seen = new HashSet<int>();
        var left = new Stack<Signal>(from);
        while (left.Count > 0)
        {
            Signal signal = left.Pop();
            if (signal.Id == to.Id)
            {
                return true;
            }

            if (seen.Add(signal.Id))
            {
                foreach (Signal next in readers[signal.Id].SelectMany(reader => reader.Sets))
                {
                    left.Push(next);
                }
            }
        }

        return false;
    }
}
