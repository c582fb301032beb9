using AotNeuro.Generator.Lowering.Passes;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>Model to plan: operators, passes, order, memory.</summary>
internal static class Lowerer
{
    /// <summary>The passes, in order.</summary>
    public static IReadOnlyList<Pass> Passes { get; } =
    [
        new(nameof(FoldSums), FoldSums.Run, isNeeded: true),
        new(nameof(ForwardCopies), ForwardCopies.Run),
        new(nameof(MergeDecodes), MergeDecodes.Run),
        new(nameof(MergeFilters), MergeFilters.Run),
        new(nameof(RemoveUnread), RemoveUnread.Run),
        new(nameof(FuseLearning), FuseLearning.Run),
        new(nameof(FusePopulations), FusePopulations.Run, isNeeded: true),
        new(nameof(FuseLearnedPopulations), FuseLearnedPopulations.Run),
    ];

    /// <param name="model">The model.</param>
    /// <param name="without">A pass that is left out, to see what it is worth; <see cref="ConstantOperators"/> too.</param>
    public static StepPlan Lower(ModelSpec model, string? without = null)
    {
        IReadOnlyList<Operator> operators = Passes.Where(pass => pass.Name != without).Aggregate(GraphBuilder.Build(model), (current, pass) => pass.Run(model, current));
        IReadOnlyList<Operator> order = Scheduler.Order(operators);
        HashSet<Operator> constant = without == nameof(ConstantOperators) ? [] : ConstantOperators.Find(model, order);
        return new MemoryPlanner(model, order, constant).Plan();
    }
}
