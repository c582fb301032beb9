namespace AotNeuro;

/// <summary>
/// The neuron type of an ensemble whose attributes name a rate type and, with <see cref="RegularSpiking"/> or another
/// <see cref="RatesToSpikesAttribute{TSpikes}"/>, how its rates become spikes. Used by generated code.
/// </summary>
/// <param name="rates">The rate type.</param>
/// <param name="spikes">The type that makes spikes of rates.</param>
/// <remarks>Gain, bias and rates are those of the rate type: the amplitude of the spikes is no part of them, as in Nengo.</remarks>
public sealed class RatesToSpikes(INeuronType rates, INeuronType spikes) : INeuronType
{
    /// <summary>The rate type.</summary>
    public INeuronType RateType => rates;

    /// <summary>The type that makes spikes of rates.</summary>
    public INeuronType SpikeType => spikes;

    /// <inheritdoc/>
    public double SpikeAmplitude => spikes.SpikeAmplitude;

    /// <inheritdoc/>
    public double RateLimit => rates.RateLimit;

    /// <inheritdoc/>
    public bool HasNegativeOutput => rates.HasNegativeOutput;

    /// <inheritdoc/>
    public double OutputScale(double dt) => spikes.OutputScale(dt);

    /// <inheritdoc/>
    public void Rates(ReadOnlySpan<double> currents, Span<double> rates) => RateType.Rates(currents, rates);

    /// <inheritdoc/>
    public void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias) =>
        rates.GainBias(maxRates, intercepts, gain, bias);

    /// <inheritdoc/>
    public void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts) =>
        rates.MaxRatesIntercepts(gain, bias, maxRates, intercepts);
}
