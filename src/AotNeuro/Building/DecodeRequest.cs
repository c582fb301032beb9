using AotNeuro.CompilerServices;

namespace AotNeuro.Building;

/// <summary>What a connection or probe wants decoded from an ensemble, and then what was solved for it.</summary>
internal sealed class DecodeRequest
{
    /// <summary>The connection or probe.</summary>
    public required string Name { get; init; }

    /// <summary>The function; null for the represented value itself.</summary>
    public required DecodedFunction? Function { get; init; }

    /// <summary>Number of values of the function.</summary>
    public required int FunctionSize { get; init; }

    /// <summary>The transform, <c>[SizeOut, FunctionSize]</c>, a diagonal or a number; null for none.</summary>
    public required ValueSource? Transform { get; init; }

    /// <summary>Number of values after the transform.</summary>
    public required int SizeOut { get; init; }

    /// <summary>The solver.</summary>
    public required Solver Solver { get; init; }

    /// <summary>The seed of the connection or probe.</summary>
    public required uint Seed { get; init; }

    /// <summary>Solved: decoders, <c>[neurons, FunctionSize]</c>.</summary>
    public double[] Decoders { get; set; } = [];

    /// <summary>Solved: transform times decoders, <c>[SizeOut, neurons]</c>.</summary>
    public double[] Weights { get; set; } = [];

    /// <summary>Solved: root mean square error over the evaluation points, one per dimension of the function.</summary>
    public double[] Rmses { get; set; } = [];

    /// <summary>Solved: how long it took.</summary>
    public TimeSpan SolveTime { get; set; }
}
