namespace AotNeuro;

/// <summary>What a build is doing.</summary>
public enum BuildStage
{
    /// <summary>Neurons are sampled; counted in ensembles.</summary>
    Sampling,

    /// <summary>The rates of an ensemble of many neurons are found and multiplied; counted in its evaluation points.</summary>
    Rates,

    /// <summary>Decoders are solved; counted in ensembles.</summary>
    Decoders,
}

/// <summary>How far a build has come. Sampling comes first; then decoders are solved, and large ensembles among them tell of their rates.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is of it.</param>
/// <param name="Elapsed">Wall-clock time since the build began.</param>
public readonly record struct BuildProgress(BuildStage Stage, int Done, int Total, TimeSpan Elapsed)
{
    /// <summary>Share of the stage that is done, 0 to 1.</summary>
    public double Fraction => Total == 0 ? 1.0 : (double)Done / Total;
}
