namespace AotNeuro;

/// <summary>
/// The leaky integrate-and-fire neuron with the time of each spike interpolated within its step, as in Nengo: equations
/// from C. Eliasmith and C. H. Anderson, "Neural Engineering" (2003), chapter 4.
/// </summary>
/// <remarks>
/// <para><c>v' = (J - v) / tau_rc</c>; at <c>v > 1</c> the neuron spikes, v is 0 and stays so for tau_ref.</para>
/// <para>
/// The step holds <c>R = exp((refractory - dt) / tau_rc)</c> in place of the refractory time, which turns the fraction of the step that
/// integrates and the time of the spike within it into a product and a quotient: no exponential, no logarithm. The
/// refractory time itself is computed only where a probe reads it.
/// </para>
/// </remarks>
[NeuronType]
public partial struct LIF : INeuronType, IPureRates
{
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

    /// <summary>R of the remarks.</summary>
    [HiddenNeuronState] public double Refractory;

    /// <summary>A neuron with the default parameters.</summary>
    public LIF()
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
        double decay = Math.Exp(-dt / TauRc);
        double refractory = Math.Max(Refractory * decay, decay);
        double voltage = (Voltage - current) * Math.Min(refractory, 1.0) + current;
        bool spiked = voltage > 1.0;
        Refractory = spiked ? Math.Exp(TauRef / TauRc) * (current - voltage) / (current - 1.0) : refractory;
        RefractoryTime = spiked ? dt + TauRc * Math.Log(Refractory) : RefractoryTime - dt;
        Voltage = spiked ? 0.0 : Math.Max(voltage, MinVoltage);
        return spiked;
    }

    /// <inheritdoc/>
    /// <remarks><c>amplitude / (tau_ref + tau_rc ln(1 + 1 / (J - 1)))</c> above threshold.</remarks>
    public readonly void Rates(ReadOnlySpan<double> currents, Span<double> rates) => LIFCurve.Rates(TauRc, TauRef, Amplitude, currents, rates);

    /// <inheritdoc/>
    public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias) =>
        LIFCurve.GainBias(TauRc, TauRef, maxRates, intercepts, gain, bias);

    /// <inheritdoc/>
    public readonly void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts) =>
        LIFCurve.MaxRatesIntercepts(TauRc, TauRef, gain, bias, maxRates, intercepts);
}

/// <summary>Gives an ensemble <see cref="LIF"/> neurons; what an ensemble has without any attribute of a neuron type.</summary>
public sealed class LIFAttribute : NeuronTypeAttribute<LIF>
{
    /// <inheritdoc cref="LIF.TauRc"/>
    public double TauRc { get; set; }

    /// <inheritdoc cref="LIF.TauRef"/>
    public double TauRef { get; set; }

    /// <inheritdoc cref="LIF.MinVoltage"/>
    public double MinVoltage { get; set; }

    /// <inheritdoc cref="LIF.Amplitude"/>
    public double Amplitude { get; set; }
}
