namespace AotNeuro;

/// <summary>How far a run has come.</summary>
/// <param name="StepsDone">Steps of this run that are done.</param>
/// <param name="StepsTotal">Steps of this run.</param>
/// <param name="Elapsed">Wall-clock time since the run began.</param>
public readonly record struct RunProgress(long StepsDone, long StepsTotal, TimeSpan Elapsed)
{
    /// <summary>Share of the run that is done, 0 to 1.</summary>
    public double Fraction => StepsTotal == 0 ? 1.0 : (double)StepsDone / StepsTotal;
}
