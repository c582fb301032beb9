using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>
/// Finds the operators that compute the same in every step: what is made of constant nodes by transforms, slices and sums alone. They run once, when the
/// model is built. Functions are not among them, since they are the user's and may do anything.
/// </summary>
internal static class ConstantOperators
{
    /// <param name="model">The model.</param>
    /// <param name="order">The operators, in the order of a step.</param>
    public static HashSet<Operator> Find(ModelSpec model, IReadOnlyList<Operator> order)
    {
        var nodes = new HashSet<string>(model.Nodes.Where(node => node.Constant.Count > 0 && !node.IsReplaceable).Select(node => $"{node.Member.Name}.Output"));
        var written = new HashSet<int>(order.SelectMany(op => op.Sets.Concat(op.Updates)).Select(signal => signal.Id));
        var constant = new HashSet<int>();
        var found = new HashSet<Operator>();
        foreach (Operator op in order.Where(IsPure))
        {
            if (op.Reads.All(signal => constant.Contains(signal.Id) || (nodes.Contains(signal.Name) && !written.Contains(signal.Id))))
            {
                found.Add(op);
                constant.UnionWith(op.Sets.Select(signal => signal.Id));
            }
        }

        return found;
    }

    private static bool IsPure(Operator op) => op switch
    {
        TransformOperator transform => !transform.Connection.Transform.IsStepped,
        SliceOperator slice => !slice.Late,
        SumOperator => true,
        _ => false,
    };
}
