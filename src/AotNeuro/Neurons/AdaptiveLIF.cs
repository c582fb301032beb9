namespace AotNeuro;

/// <summary>
/// <see cref="LIF"/> with adaptation: a state n that is subtracted from the current and that spikes raise, after G. La Camera and
/// others, "Minimal models of adapted neuronal response to in vivo-like input currents", Neural Computation 16 (2004).
/// </summary>
/// <remarks>
/// <c>tau_n n' = inc_n output - n</c>, by Euler's method after the spikes of the step. The refractory time is held as in <see cref="LIF"/>;
/// what holds it does not depend on the current, so that a current which changes from step to step leaves the form exact.
/// </remarks>
[NeuronType]
public partial struct AdaptiveLIF : INeuronType, IPureRates
{
    /// <summary>Time constant of the adaptation in seconds. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double TauN = 1.0;

    /// <summary>How much adaptation a steady output of 1 Hz leads to. Default 0.01.</summary>
    [NeuronParameter(AtLeast = 0.0)] public double IncN = 0.01;

    /// <summary>Membrane time constant in seconds. Default 0.02.</summary>
    [NeuronParameter(Above = 0.0)] public double TauRc = 0.02;

    /// <summary>Absolute refractory period in seconds. Default 0.002.</summary>
    [NeuronParameter(AtLeast = 0.0)] public double TauRef = 0.002;

    /// <summary>Lowest voltage. Default 0.</summary>
    [NeuronParameter(AtMost = 0.0)] public double MinVoltage = 0.0;

    /// <summary>Height of a spike times the length of a step. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>Membrane potential; the neuron fires above 1.</summary>
    [NeuronState(0.0, 1.0)] public double Voltage;

    /// <summary>Seconds until the refractory period ends; runs on below 0.</summary>
    [NeuronState(0.0)] public double RefractoryTime;

    /// <summary>The adaptation n.</summary>
    [NeuronState(0.0)] public double Adaptation;

    /// <summary>R of <see cref="LIF"/>: <c>exp((refractory - dt) / tau_rc)</c>.</summary>
    [HiddenNeuronState] public double Refractory;

    /// <summary>A neuron with the default parameters.</summary>
    public AdaptiveLIF()
    {
    }

    /// <inheritdoc/>
    public readonly double SpikeAmplitude => Amplitude;

    /// <inheritdoc/>
    public readonly double RateLimit => 1.0 / TauRef;

    /// <summary>Sets R from the refractory time.</summary>
    /// <param name="dt">Length of the step in seconds.</param>
    public void Initialize(double dt) => Refractory = Math.Exp((RefractoryTime - dt) / TauRc);

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="current">Input current J.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>Whether the neuron spiked.</returns>
    public bool Step(double current, double dt)
    {
        double adapted = current - Adaptation;
        double decay = Math.Exp(-dt / TauRc);
        double refractory = Math.Max(Refractory * decay, decay);
        double voltage = (Voltage - adapted) * Math.Min(refractory, 1.0) + adapted;
        bool spiked = voltage > 1.0;
        Refractory = spiked ? Math.Exp(TauRef / TauRc) * (adapted - voltage) / (adapted - 1.0) : refractory;
        RefractoryTime = spiked ? dt + TauRc * Math.Log(Refractory) : RefractoryTime - dt;
        Voltage = spiked ? 0.0 : Math.Max(voltage, MinVoltage);
        double output = spiked ? Amplitude / dt : 0.0;
        Adaptation += dt / TauN * (IncN * output - Adaptation);
        return spiked;
    }

    /// <inheritdoc/>
    /// <remarks>Rates before adaptation sets in: those of <see cref="LIFRate"/>.</remarks>
    public readonly void Rates(ReadOnlySpan<double> currents, Span<double> rates) => LIFCurve.Rates(TauRc, TauRef, Amplitude, currents, rates);

    /// <inheritdoc/>
    public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias) =>
        LIFCurve.GainBias(TauRc, TauRef, maxRates, intercepts, gain, bias);

    /// <inheritdoc/>
    public readonly void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts) =>
        LIFCurve.MaxRatesIntercepts(TauRc, TauRef, gain, bias, maxRates, intercepts);
}

/// <summary>Gives an ensemble <see cref="AdaptiveLIF"/> neurons.</summary>
public sealed class AdaptiveLIFAttribute : NeuronTypeAttribute<AdaptiveLIF>
{
    /// <inheritdoc cref="AdaptiveLIF.TauN"/>
    public double TauN { get; set; }

    /// <inheritdoc cref="AdaptiveLIF.IncN"/>
    public double IncN { get; set; }

    /// <inheritdoc cref="AdaptiveLIF.TauRc"/>
    public double TauRc { get; set; }

    /// <inheritdoc cref="AdaptiveLIF.TauRef"/>
    public double TauRef { get; set; }

    /// <inheritdoc cref="AdaptiveLIF.MinVoltage"/>
    public double MinVoltage { get; set; }

    /// <inheritdoc cref="AdaptiveLIF.Amplitude"/>
    public double Amplitude { get; set; }
}
