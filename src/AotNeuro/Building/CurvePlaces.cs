namespace AotNeuro.Building;

/// <summary>Where neurons' response curves lie. A tuple of arrays would bring code into programs that loads types while they run.</summary>
/// <param name="maxRates">Maximum rates in Hz.</param>
/// <param name="intercepts">Intercepts in units of the radius.</param>
internal sealed class CurvePlaces(double[] maxRates, double[] intercepts)
{
    /// <summary>Maximum rates in Hz.</summary>
    public double[] MaxRates { get; } = maxRates;

    /// <summary>Intercepts in units of the radius.</summary>
    public double[] Intercepts { get; } = intercepts;
}
