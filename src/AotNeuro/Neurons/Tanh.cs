using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>A neuron whose rate is a hyperbolic tangent of its current, and so negative for currents below 0.</summary>
/// <remarks><c>(1 / tau_ref) tanh(J)</c>.</remarks>
[NeuronType(HasNegativeOutput = true)]
public partial struct Tanh : INeuronType
{
    /// <summary>The inverse of the highest rate, in seconds. Default 0.0025.</summary>
    [NeuronParameter(Above = 0.0)] public double TauRef = 0.0025;

    /// <summary>A neuron with the default parameters.</summary>
    public Tanh()
    {
    }

    /// <inheritdoc/>
    public readonly double RateLimit => 1.0 / TauRef;

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="current">Input current J.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>The rate in Hz.</returns>
    public readonly double Step(double current, double dt) => 1.0 / TauRef * Math.Tanh(current);

    /// <inheritdoc/>
    /// <remarks>The inverse hyperbolic tangent is <c>ln((1 + y) / (1 - y)) / 2</c>, here in a form that is exact for small y.</remarks>
    public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
    {
        for (int i = 0; i < maxRates.Length; i++)
        {
            double part = maxRates[i] * TauRef;
            double inverse = 0.5 * PortableMath.Log1P(2.0 * part / (1.0 - part));
            gain[i] = inverse / (1.0 - intercepts[i]);
            bias[i] = -gain[i] * intercepts[i];
        }
    }

    /// <inheritdoc/>
    public readonly void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts)
    {
        for (int i = 0; i < gain.Length; i++)
        {
            intercepts[i] = -bias[i] / gain[i];
            maxRates[i] = PortableMath.Tanh(gain[i] + bias[i]) / TauRef;
        }
    }
}

/// <summary>Gives an ensemble <see cref="Tanh"/> neurons.</summary>
public sealed class TanhAttribute : NeuronTypeAttribute<Tanh>
{
    /// <inheritdoc cref="Tanh.TauRef"/>
    public double TauRef { get; set; }
}
