namespace AotNeuro;

/// <summary>
/// The integrate-and-fire neuron without a leak: it spikes as often as its current, summed up, passes an integer; several times a
/// step if the current is that high.
/// </summary>
/// <remarks><c>v += max(J, 0) dt; n = floor(v); v -= n</c>; the output is <c>n amplitude / dt</c>.</remarks>
[NeuronType(IsSpiking = true)]
public partial struct SpikingRectifiedLinear : INeuronType
{
    /// <summary>Height of a spike times the length of a step. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>The part of the current's sum that no spike has taken yet, from 0 to 1.</summary>
    [NeuronState(0.0, 1.0)] public double Voltage;

    /// <summary>A neuron with the default parameters.</summary>
    public SpikingRectifiedLinear()
    {
    }

    /// <inheritdoc/>
    public readonly double SpikeAmplitude => Amplitude;

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="current">Input current J.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>The number of spikes times the height of one.</returns>
    public double Step(double current, double dt)
    {
        double voltage = Voltage + Math.Max(current, 0.0) * dt;
        double spikes = Math.Floor(voltage);
        Voltage = voltage - spikes;
        return Amplitude / dt * spikes;
    }

    /// <inheritdoc/>
    public readonly void Rates(ReadOnlySpan<double> currents, Span<double> rates) => RectifiedLine.Rates(Amplitude, currents, rates);

    /// <inheritdoc/>
    public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias) =>
        RectifiedLine.GainBias(maxRates, intercepts, gain, bias);

    /// <inheritdoc/>
    public readonly void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts) =>
        RectifiedLine.MaxRatesIntercepts(gain, bias, maxRates, intercepts);
}

/// <summary>Gives an ensemble <see cref="SpikingRectifiedLinear"/> neurons.</summary>
public sealed class SpikingRectifiedLinearAttribute : NeuronTypeAttribute<SpikingRectifiedLinear>
{
    /// <inheritdoc cref="SpikingRectifiedLinear.Amplitude"/>
    public double Amplitude { get; set; }
}
