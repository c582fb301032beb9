namespace AotNeuro;

/// <summary>A neuron whose rate is its current in Hz, and 0 for currents below 0.</summary>
/// <remarks><c>amplitude max(0, J)</c>.</remarks>
[NeuronType]
public partial struct RectifiedLinear : INeuronType
{
    /// <summary>Factor of the output. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>A neuron with the default parameters.</summary>
    public RectifiedLinear()
    {
    }

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="current">Input current J.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>The rate in Hz, times the amplitude.</returns>
    public readonly double Step(double current, double dt) => Amplitude * Math.Max(0.0, current);

    /// <inheritdoc/>
    public readonly void Rates(ReadOnlySpan<double> currents, Span<double> rates) => RectifiedLine.Rates(Amplitude, currents, rates);

    /// <inheritdoc/>
    public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias) =>
        RectifiedLine.GainBias(maxRates, intercepts, gain, bias);

    /// <inheritdoc/>
    public readonly void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts) =>
        RectifiedLine.MaxRatesIntercepts(gain, bias, maxRates, intercepts);
}

/// <summary>Gives an ensemble <see cref="RectifiedLinear"/> neurons.</summary>
public sealed class RectifiedLinearAttribute : NeuronTypeAttribute<RectifiedLinear>
{
    /// <inheritdoc cref="RectifiedLinear.Amplitude"/>
    public double Amplitude { get; set; }
}
