using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// <see cref="LIFRate"/> with adaptation: a state n that is subtracted from the current and follows the rate, after G. La Camera and
/// others, "Minimal models of adapted neuronal response to in vivo-like input currents", Neural Computation 16 (2004).
/// </summary>
/// <remarks><c>tau_n n' = inc_n rate - n</c>, by Euler's method after the rate of the step.</remarks>
[NeuronType]
public partial struct AdaptiveLIFRate : INeuronType, IPureRates
{
    /// <summary>Time constant of the adaptation in seconds. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double TauN = 1.0;

    /// <summary>How much adaptation a steady output of 1 Hz leads to. Default 0.01.</summary>
    [NeuronParameter(AtLeast = 0.0)] public double IncN = 0.01;

    /// <summary>Membrane time constant in seconds. Default 0.02.</summary>
    [NeuronParameter(Above = 0.0)] public double TauRc = 0.02;

    /// <summary>Absolute refractory period in seconds. Default 0.002.</summary>
    [NeuronParameter(AtLeast = 0.0)] public double TauRef = 0.002;

    /// <summary>Factor of the output. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>The adaptation n.</summary>
    [NeuronState(0.0)] public double Adaptation;

    /// <summary>A neuron with the default parameters.</summary>
    public AdaptiveLIFRate()
    {
    }

    /// <inheritdoc/>
    public readonly double RateLimit => 1.0 / TauRef;

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="current">Input current J.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>The rate in Hz, times the amplitude.</returns>
    public double Step(double current, double dt)
    {
        double above = current - Adaptation - 1.0;
        double rate = above > 0.0 ? Amplitude / (TauRef + TauRc * PortableMath.Log1P(1.0 / above)) : 0.0;
        Adaptation += dt / TauN * (IncN * rate - Adaptation);
        return rate;
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

/// <summary>Gives an ensemble <see cref="AdaptiveLIFRate"/> neurons.</summary>
public sealed class AdaptiveLIFRateAttribute : NeuronTypeAttribute<AdaptiveLIFRate>
{
    /// <inheritdoc cref="AdaptiveLIFRate.TauN"/>
    public double TauN { get; set; }

    /// <inheritdoc cref="AdaptiveLIFRate.IncN"/>
    public double IncN { get; set; }

    /// <inheritdoc cref="AdaptiveLIFRate.TauRc"/>
    public double TauRc { get; set; }

    /// <inheritdoc cref="AdaptiveLIFRate.TauRef"/>
    public double TauRef { get; set; }

    /// <inheritdoc cref="AdaptiveLIFRate.Amplitude"/>
    public double Amplitude { get; set; }
}
