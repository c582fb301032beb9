using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>
/// A decoding by weights that PES changes, its filter of the activities and the change become one operator, where the error is known before the neurons
/// are decoded: as nearly always, since a synapse on its way gives it a step later. Neurons and weights are then gone through once, not three times.
/// </summary>
internal static class FuseLearning
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        IReadOnlyList<Operator> result = operators;
        foreach (WeightsOperator decode in operators.OfType<WeightsOperator>())
        {
            if (Find(result, decode) is { } fused && !NeedsItself(result, fused))
            {
                result = result.Where(op => op != fused.Filter && op != fused.Learn).Select(op => op == decode ? fused : op).ToArray();
            }
        }

        return result;
    }

    /// <summary>A decoding whose threads share it stays as it is.</summary>
    private static LearnedDecodeOperator? Find(IReadOnlyList<Operator> operators, WeightsOperator decode)
    {
        LearnOperator? learn = operators.OfType<LearnOperator>().FirstOrDefault(op =>
            op.Learned.Id == decode.Weights.Id && op is { Rule.Kind: LearningRuleKind.PES, Error: not null, Delta: null, Scratch: null });
        FilterOperator? filter = operators.OfType<FilterOperator>().FirstOrDefault(op =>
            op.State.Id == learn?.Pre.Id && op is { IsImmediate: true, Synapse.Kind: ValueKind.Number } && op.Source.Id == decode.Source.Id);
        return learn is null || filter is null || Pieces.OfMatrix(decode.Target.Size, decode.Source.Size) > 1 ? null : new(decode, filter, learn);
    }

    /// <summary>Whether the error depends on what the connection decodes in the same step.</summary>
    private static bool NeedsItself(IReadOnlyList<Operator> operators, LearnedDecodeOperator fused) =>
        Dependence.Reaches(operators, fused.Sets, fused.Learn.Error!);
}
