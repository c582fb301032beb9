using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Least squares with L1 and L2 regularisation (elastic net), which makes many decoders exactly 0: for m points the minimum of
/// <c>|A d - y|^2 / (2 m) + l1 max(A) |d|_1 + l2 max(A)^2 |d|^2 / 2</c>, by cyclic coordinate descent.
/// </summary>
/// <remarks>
/// It stops as scikit-learn does, which Nengo calls: where a round changes no decoder by 1e-4 of the largest and the duality gap is
/// below 1e-4 of <c>|y|^2</c>, or after <see cref="MaxIterations"/> rounds (always, if l1 is 0). The solver report tells the number of
/// rounds.
/// </remarks>
public sealed record LstsqL1 : Solver
{
    private const double Tolerance = 1e-4;

    /// <summary>Makes a solver.</summary>
    /// <param name="l1">Weight of the sum of magnitudes, as a share of the highest rate. Default 0.0001.</param>
    /// <param name="l2">Weight of the sum of squares, as a share of the square of the highest rate. Default 0.000001.</param>
    /// <param name="maxIterations">Rounds over all neurons at most. Default 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite, or there are no iterations.</exception>
    /// <exception cref="ArgumentException">Both weights are 0.</exception>
    public LstsqL1(double l1 = 1e-4, double l2 = 1e-6, int maxIterations = 1000)
    {
        L1 = SolverArguments.NotNegative(l1);
        L2 = SolverArguments.NotNegative(l2);
        MaxIterations = Arguments.Positive(maxIterations);
        if (l1 == 0.0 && l2 == 0.0)
        {
            throw new ArgumentException("l1 or l2 must be above 0; use Lstsq() to solve without regularization.");
        }
    }

    /// <summary>Weight of the sum of magnitudes, as a share of the highest rate.</summary>
    public double L1 { get; }

    /// <summary>Weight of the sum of squares, as a share of the square of the highest rate.</summary>
    public double L2 { get; }

    /// <summary>Rounds over all neurons at most.</summary>
    public int MaxIterations { get; }

    /// <inheritdoc/>
    public override bool IsCompositional => false;

    /// <inheritdoc/>
    public override bool IsSeparable => true;

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        double highest = VectorLoops.Max(activities.Values);
        var net = new ElasticNet(activities, activities.Rows * (L1 * highest), activities.Rows * (L2 * highest * highest));
        var iterations = new int[targets.Columns];
        var column = new double[activities.Columns];
        for (int i = 0; i < iterations.Length; i++)
        {
            iterations[i] = net.Minimize(targets.Column(i), Tolerance, MaxIterations, column);
            MatrixProducts.SetColumn(decoders, targets.Columns, i, column);
        }

        return new() { Iterations = iterations };
    }
}
