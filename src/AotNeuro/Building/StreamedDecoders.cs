using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>
/// The default solver's equations for large ensembles, with the rates found some points at a time, and found again for the errors: they take
/// less time than memory, 1.6 GB for 10,000 neurons. The sums are those of <see cref="CholeskySolver"/>, bit by bit; those of the largest
/// ensembles are <see cref="RefinedDecoders"/>'.
/// </summary>
internal static class StreamedDecoders
{
    /// <summary>Fewer rates than these, 32 MB, are kept.</summary>
    private const long FewestRates = 1 << 22;

    /// <summary>From so many neurons on, a few more times finding the rates cost less than products in double precision.</summary>
    private const int FewestRefined = 4096;

    /// <summary>Whether decoders are better found here.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="points">Number of evaluation points.</param>
    /// <param name="neurons">Number of neurons.</param>
    public static bool Suit(Solver solver, int points, int neurons) =>
        solver is LstsqL2 { Solver: CholeskySolver { Transpose: not true } } && points >= neurons && (long)points * neurons >= FewestRates;

    /// <summary>Finds the decoders.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="rates">The rates.</param>
    /// <param name="regularization">The solver's regularization.</param>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <param name="points">Number of points.</param>
    /// <param name="decoders">Receives the decoders, <c>[neurons, columns]</c>.</param>
    /// <param name="watch">Is told of the points, and may cancel.</param>
    /// <returns>Root mean square errors, one per column.</returns>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    /// <exception cref="BuildException">Rates are not finite, or all zero.</exception>
    public static double[] Solve(
        string name, Activities rates, double regularization, double[] targets, int points, double[] decoders, BuildWatch watch)
    {
        int neurons = decoders.Length / (targets.Length / points);
        using var blocks = new RateBlocks(rates, points, neurons, watch);
        if (neurons >= FewestRefined && RefinedDecoders.TrySolve(name, blocks, regularization, targets, decoders) is { } errors)
        {
            return errors;
        }

        using (var system = new LinearSystem<double>(neurons, targets.Length / points))
        {
            double highest = blocks.AddTo(system, targets);
            Activities.CheckNotSilent(name, highest != 0.0);
            system.AddNoise(points, [regularization * highest]);
            Cholesky.Solve(system, decoders, watch.Cancellation);
        }

        return blocks.FindErrors(targets, decoders);
    }
}
