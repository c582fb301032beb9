namespace AotNeuro;

/// <summary>What all types that make spikes of rates put out on average.</summary>
internal static class SpikesOfRates
{
    /// <summary>The rates times the amplitude.</summary>
    public static void Rates(double amplitude, ReadOnlySpan<double> rates, Span<double> output)
    {
        for (int i = 0; i < rates.Length; i++)
        {
            output[i] = amplitude * rates[i];
        }
    }
}
