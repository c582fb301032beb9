namespace AotNeuro;

/// <summary>The response curve that the rectified linear types share.</summary>
internal static class RectifiedLine
{
    /// <summary><c>amplitude max(0, J)</c>.</summary>
    public static void Rates(double amplitude, ReadOnlySpan<double> currents, Span<double> rates)
    {
        for (int i = 0; i < currents.Length; i++)
        {
            rates[i] = amplitude * Math.Max(0.0, currents[i]);
        }
    }

    /// <summary>The line through 0 at the intercept and the maximum rate at 1; the amplitude comes on top.</summary>
    public static void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
    {
        for (int i = 0; i < maxRates.Length; i++)
        {
            gain[i] = maxRates[i] / (1.0 - intercepts[i]);
            bias[i] = -intercepts[i] * gain[i];
        }
    }

    /// <summary>The other way round: intercepts where the current is 0, and the current at input 1.</summary>
    public static void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts)
    {
        for (int i = 0; i < gain.Length; i++)
        {
            intercepts[i] = -bias[i] / gain[i];
            maxRates[i] = gain[i] * (1.0 - intercepts[i]);
        }
    }
}
