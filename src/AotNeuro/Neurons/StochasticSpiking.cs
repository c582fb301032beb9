namespace AotNeuro;

/// <summary>Turns rates into spikes by rounding the number expected in a step up or down at random.</summary>
/// <remarks>
/// Of <c>|rate| dt</c> spikes expected, the whole part is certain, and one more has the probability of the rest. The output is their
/// number times <c>amplitude / dt</c>, with the sign of the rate.
/// The random numbers come from a generator of the ensemble, in the order of its neurons.
/// </remarks>
public struct StochasticSpiking : INeuronType
{
    /// <summary>Height of a spike times the length of a step. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>The type with the default parameters.</summary>
    public StochasticSpiking()
    {
    }

    /// <inheritdoc/>
    public readonly double SpikeAmplitude => Amplitude;

    readonly bool INeuronType.HasNegativeOutput => true;

    readonly double INeuronType.OutputScale(double dt) => 1.0;

    /// <inheritdoc/>
    /// <remarks>A steady rate, times the amplitude.</remarks>
    public readonly void Rates(ReadOnlySpan<double> currents, Span<double> rates) => SpikesOfRates.Rates(Amplitude, currents, rates);
}

/// <summary>Turns the rates of the neuron type beside it into spikes: <see cref="StochasticSpiking"/>.</summary>
public sealed class StochasticSpikingAttribute : RatesToSpikesAttribute<StochasticSpiking>
{
    /// <inheritdoc cref="StochasticSpiking.Amplitude"/>
    public double Amplitude { get; set; }
}
