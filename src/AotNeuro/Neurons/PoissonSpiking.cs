namespace AotNeuro;

/// <summary>Turns rates into spikes whose number in a step has a Poisson distribution.</summary>
/// <remarks>
/// The mean of the distribution is <c>|rate| dt</c>. The output is the number times <c>amplitude / dt</c>, with the sign of the rate.
/// The random numbers come from a generator of the ensemble, in the order of its neurons.
/// </remarks>
public struct PoissonSpiking : INeuronType
{
    /// <summary>Height of a spike times the length of a step. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>The type with the default parameters.</summary>
    public PoissonSpiking()
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

/// <summary>Turns the rates of the neuron type beside it into spikes: <see cref="PoissonSpiking"/>.</summary>
public sealed class PoissonSpikingAttribute : RatesToSpikesAttribute<PoissonSpiking>
{
    /// <inheritdoc cref="PoissonSpiking.Amplitude"/>
    public double Amplitude { get; set; }
}
