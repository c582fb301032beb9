using AotNeuro.CompilerServices;

namespace AotNeuro.Building;

/// <summary>What a connection or probe wants decoded from an ensemble, and then what was solved for it.</summary>
internal sealed class DecodeRequest
{
    /// <summary>The connection or probe.</summary>
    public required string Name { get; init; }

    /// <summary>The function; null for the represented value itself.</summary>
    public required DecodedFunction? Function { get; init; }

    /// <summary>The function's values at the evaluation points, <c>[points, FunctionSize]</c>, instead of a function.</summary>
    public double[]? TargetValues { get; init; }

    /// <summary>The dimensions that the function sees, or that are decoded; null for all.</summary>
    public int[]? SourceIndices { get; init; }

    /// <summary>Number of values of the function.</summary>
    public required int FunctionSize { get; init; }

    /// <summary>The transform, <c>[SizeOut, FunctionSize]</c>, a diagonal or a number; null for none.</summary>
    public required ValueSource? Transform { get; init; }

    /// <summary>Number of values after the transform.</summary>
    public required int SizeOut { get; init; }

    /// <summary>
    /// Asks for the scaled encoders of the target ensemble, <c>[neurons, SizeOut]</c>, for a solver with <see cref="Solver.Weights"/>;
    /// null for a target that has none.
    /// </summary>
    public Func<MatrixView>? TargetEncoders { get; init; }

    /// <summary>Evaluation points for this request alone; null for those of the ensemble.</summary>
    public ValueSource? EvalPoints { get; init; }

    /// <summary>Whether <see cref="EvalPoints"/> are in units of the ensemble's radius.</summary>
    public bool ScaleEvalPoints { get; init; } = true;

    /// <summary>The solver.</summary>
    public required Solver Solver { get; init; }

    /// <summary>The seed of the connection or probe.</summary>
    public required uint Seed { get; init; }

    /// <summary>Whether the solver finds full weights as they are: its targets are the currents of the target's neurons.</summary>
    public bool SolvesWeights => Solver is { Weights: true, IsCompositional: false };

    /// <summary>The ensemble that is decoded, of a model's connection or probe.</summary>
    public Ensemble? Source { get; init; }

    /// <summary>Whether a step decodes so; what none does is solved when somebody asks.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>Solves what was put off; null where nothing was.</summary>
    public Action? Later { get; set; }

    /// <summary>This request, solved.</summary>
    /// <exception cref="BuildException">It was put off, and cannot be solved.</exception>
    public DecodeRequest Solved
    {
        get
        {
            Later?.Invoke();
            return this;
        }
    }

    /// <summary>Solved: the evaluation points of this request alone, <c>[points, dimensions]</c>; null for those of the ensemble.</summary>
    public double[]? OwnPoints { get; set; }

    /// <summary>Solved: decoders, <c>[neurons, FunctionSize]</c>, or <c>[neurons, WeightRows]</c> if <see cref="SolvesWeights"/>.</summary>
    public double[] Decoders { get; set; } = [];

    /// <summary>Solved: transform times decoders, <c>[SizeOut, neurons]</c>, or full weights, <c>[target neurons, neurons]</c>.</summary>
    public double[] Weights { get; set; } = [];

    /// <summary>Solved: rows of <see cref="Weights"/>, either <see cref="SizeOut"/> or the number of target neurons.</summary>
    public int WeightRows { get; set; }

    /// <summary>Solved: root mean square errors over the points, one per column of decoders; none if nothing was solved.</summary>
    public IReadOnlyList<double> Rmses { get; set; } = [];

    /// <summary>Solved: iterations of an iterative solver, one per column of decoders or one for all.</summary>
    public IReadOnlyList<int>? Iterations { get; set; }

    /// <summary>Solved: how long it took.</summary>
    public TimeSpan SolveTime { get; set; }
}
