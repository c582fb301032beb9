namespace AotNeuro;

/// <summary>
/// Turns rates into spikes at regular intervals, after A. R. Voelker, D. Rasmussen and C. Eliasmith, "A spike in performance",
/// arXiv:2002.03553 (2020). Its current is the rate in Hz.
/// </summary>
/// <remarks><c>v += rate dt; n = floor(v); v -= n</c>; the output is <c>n amplitude / dt</c>.</remarks>
[NeuronType(IsSpiking = true, HasNegativeOutput = true)]
public partial struct RegularSpiking : INeuronType
{
    /// <summary>Height of a spike times the length of a step. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>The part of the rate's sum that no spike has taken yet, from 0 to 1.</summary>
    [NeuronState(0.0, 1.0)] public double Voltage;

    /// <summary>A neuron with the default parameters.</summary>
    public RegularSpiking()
    {
    }

    /// <inheritdoc/>
    public readonly double SpikeAmplitude => Amplitude;

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="rate">The rate in Hz.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>The number of spikes times the height of one.</returns>
    public double Step(double rate, double dt)
    {
        double voltage = Voltage + dt * rate;
        double spikes = Math.Floor(voltage);
        Voltage = voltage - spikes;
        return Amplitude / dt * spikes;
    }

    /// <inheritdoc/>
    /// <remarks>A steady rate, times the amplitude.</remarks>
    public readonly void Rates(ReadOnlySpan<double> currents, Span<double> rates) => SpikesOfRates.Rates(Amplitude, currents, rates);
}

/// <summary>Turns the rates of the neuron type beside it into spikes: <see cref="RegularSpiking"/>.</summary>
public sealed class RegularSpikingAttribute : RatesToSpikesAttribute<RegularSpiking>
{
    /// <inheritdoc cref="RegularSpiking.Amplitude"/>
    public double Amplitude { get; set; }
}
