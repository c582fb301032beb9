using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares without regularisation, by singular value decomposition: the shortest decoders, with singular values below a share
/// of the largest taken for 0.
/// </summary>
public sealed record Lstsq : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="rcond">Singular values of at most this share of the largest count as 0. Default 0.01.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public Lstsq(double rcond = 0.01) => Rcond = SolverArguments.NotNegative(rcond);

    /// <summary>Singular values of at most this share of the largest count as 0.</summary>
    public double Rcond { get; }

    /// <inheritdoc/>
    public override bool IsSeparable => true;

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        SingularValues decomposition = SingularValues.Find(activities);
        double least = Rcond * VectorLoops.Max(decomposition.Values);
        double[] factors = Array.ConvertAll(decomposition.Values, value => value > least ? 1.0 / value : 0.0);
        decomposition.Combine(targets, factors, decoders);
        return default;
    }
}
