using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>
/// A reset and the increments that follow it become one sum. A signal that nothing increments stays 0 and needs no operator.
/// </summary>
internal static class FoldSums
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        ILookup<int, SignalRef> sources = operators.OfType<CopyOperator>()
            .ToLookup(copy => copy.Target.Id, copy => new SignalRef(copy.Source, copy.Indices));
        return operators
            .Where(op => op is not CopyOperator && !(op is ResetOperator reset && !sources.Contains(reset.Target.Id)))
            .Select(op => op is ResetOperator reset
                ? new SumOperator(sources[reset.Target.Id].ToEquatableArray(), reset.Target)
                : op)
            .ToArray();
    }
}
