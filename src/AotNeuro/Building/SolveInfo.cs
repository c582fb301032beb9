namespace AotNeuro;

/// <summary>What a solver says of its solution besides the decoders. The default value says nothing.</summary>
public readonly record struct SolveInfo
{
    /// <summary>
    /// Root mean square errors, one per column of targets; null to have them measured with the activities that the solver was given.
    /// </summary>
    public IReadOnlyList<double>? Rmses { get; init; }

    /// <summary>Iterations of an iterative solver: one number per column of targets, or one for all; null for a direct solver.</summary>
    public IReadOnlyList<int>? Iterations { get; init; }
}
