namespace AotNeuro.Building;

/// <summary>Least squares on rates that a solver has added noise to.</summary>
internal static class NoisyRates
{
    /// <summary>Solves without regularization; the errors are those with the noise, as Nengo reports them.</summary>
    public static SolveInfo Solve(LeastSquaresSolver solver, MatrixView rates, MatrixView targets, Span<double> decoders) =>
        solver.Solve(rates, targets, [0.0], decoders) with { Rmses = DecoderErrors.Find(rates, targets, decoders) };
}
