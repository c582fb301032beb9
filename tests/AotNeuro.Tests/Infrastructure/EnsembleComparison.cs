namespace AotNeuro.Tests;

/// <summary>Compares a built ensemble with Nengo's.</summary>
internal static class EnsembleComparison
{
    /// <summary>Seed, radius and built parameters of an ensemble.</summary>
    /// <returns>The largest relative deviation.</returns>
    public static double Compare(Ensemble ours, ReferenceEnsemble theirs)
    {
        Assert.Equal(theirs.Seed, ours.Seed);
        Assert.Equal(theirs.Radius, ours.Radius);
        return new[]
        {
            ReferenceComparison.EvalPoints(ours.Name, ours.EvalPoints.Values, theirs),
            ReferenceComparison.Parameters($"{ours.Name}: encoders", ours.Encoders.Values, theirs.Encoders),

            // Direct ensembles have no neurons, so that Nengo keeps none of these.
            theirs.MaxRates is null ? 0.0 : ReferenceComparison.Parameters($"{ours.Name}: maximum rates", ours.MaxRates, theirs.MaxRates),
            theirs.Intercepts is null ? 0.0 : ReferenceComparison.Parameters($"{ours.Name}: intercepts", ours.Intercepts, theirs.Intercepts),
            theirs.Gain is null ? 0.0 : ReferenceComparison.Parameters($"{ours.Name}: gain", ours.Gain, theirs.Gain),
            theirs.Bias is null ? 0.0 : ReferenceComparison.Parameters($"{ours.Name}: bias", ours.Bias, theirs.Bias),
        }.Max();
    }
}
