using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Decoders that are given, with nothing solved: no rates are found, no function is evaluated and no errors are reported. Zeros are a
/// start for learning.
/// </summary>
public sealed record NoSolver : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="values">Decoders, <c>[neurons, function size]</c>; null for zeros.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public NoSolver(double[,]? values = null) => Values = SolverArguments.Finite(values);

    /// <summary>Decoders, <c>[neurons, function size]</c>; null for zeros.</summary>
    public double[,]? Values { get; }

    /// <inheritdoc/>
    public override bool IsSeparable => Values is null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The values have another shape.</exception>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        SolverArguments.Fill(Values, "values", activities.Columns, targets.Columns, decoders);
        return new() { Rmses = [] };
    }
}
