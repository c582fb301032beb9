using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// The rate of the leaky integrate-and-fire neuron at a constant current, as its output at once: C. Eliasmith and C. H. Anderson,
/// "Neural Engineering" (2003), chapter 4.
/// </summary>
/// <remarks><c>amplitude / (tau_ref + tau_rc ln(1 + 1 / (J - 1)))</c> for J above 1, else 0.</remarks>
[NeuronType]
public partial struct LIFRate : INeuronType, IPureRates
{
    /// <summary>Membrane time constant in seconds. Default 0.02.</summary>
    [NeuronParameter(Above = 0.0)] public double TauRc = 0.02;

    /// <summary>Absolute refractory period in seconds. Default 0.002.</summary>
    [NeuronParameter(AtLeast = 0.0)] public double TauRef = 0.002;

    /// <summary>Factor of the output. Default 1.</summary>
    [NeuronParameter(Above = 0.0)] public double Amplitude = 1.0;

    /// <summary>A neuron with the default parameters.</summary>
    public LIFRate()
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
        double above = current - 1.0;
        return above > 0.0 ? Amplitude / (TauRef + TauRc * PortableMath.Log1P(1.0 / above)) : 0.0;
    }

    /// <inheritdoc/>
    /// <remarks>The output of a step, which does not depend on its length.</remarks>
    public readonly void Rates(ReadOnlySpan<double> currents, Span<double> rates) => LIFCurve.Rates(TauRc, TauRef, Amplitude, currents, rates);

    /// <inheritdoc/>
    public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias) =>
        LIFCurve.GainBias(TauRc, TauRef, maxRates, intercepts, gain, bias);

    /// <inheritdoc/>
    public readonly void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts) =>
        LIFCurve.MaxRatesIntercepts(TauRc, TauRef, gain, bias, maxRates, intercepts);
}

/// <summary>Gives an ensemble <see cref="LIFRate"/> neurons.</summary>
public sealed class LIFRateAttribute : NeuronTypeAttribute<LIFRate>
{
    /// <inheritdoc cref="LIFRate.TauRc"/>
    public double TauRc { get; set; }

    /// <inheritdoc cref="LIFRate.TauRef"/>
    public double TauRef { get; set; }

    /// <inheritdoc cref="LIFRate.Amplitude"/>
    public double Amplitude { get; set; }
}
