using AotNeuro.Generator.Lowering.Passes;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>Model to plan: operators, passes, order, memory.</summary>
internal static class Lowerer
{
    /// <summary>The passes, in order. The first and <see cref="FusePopulations"/> make operators that a plan can hold; the others only save work.</summary>
    private static Func<IReadOnlyList<Operator>, IReadOnlyList<Operator>>[] PassesOf(ModelSpec model) =>
    [
        FoldSums.Run,
        ForwardCopies.Run,
        MergeDecodes.Run,
        MergeFilters.Run,
        RemoveUnread.Run,
        FuseLearning.Run,
        FusePopulations.Run,
        operators => FuseLearnedPopulations.Run(model, operators),
    ];

    public static StepPlan Lower(ModelSpec model)
    {
        IReadOnlyList<Operator> operators = PassesOf(model).Aggregate(GraphBuilder.Build(model), (current, pass) => pass(current));
        return new MemoryPlanner(model, Scheduler.Order(operators)).Plan();
    }
}
