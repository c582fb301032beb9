using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>A neuron whose rate is a logistic function of its current. An intercept is where it has half of its highest rate.</summary>
/// <remarks><c>(1 / tau_ref) / (1 + exp(-J))</c>.</remarks>
[NeuronType]
public partial struct Sigmoid : INeuronType
{
    /// <summary>The inverse of the highest rate, in seconds. Default 0.0025.</summary>
    [NeuronParameter(Above = 0.0)] public double TauRef = 0.0025;

    /// <summary>A neuron with the default parameters.</summary>
    public Sigmoid()
    {
    }

    /// <inheritdoc/>
    public readonly double RateLimit => 1.0 / TauRef;

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="current">Input current J.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>The rate in Hz.</returns>
    public readonly double Step(double current, double dt) => 1.0 / TauRef / (1.0 + Math.Exp(-current));

    /// <inheritdoc/>
    public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
    {
        for (int i = 0; i < maxRates.Length; i++)
        {
            double inverse = -PortableMath.Log(1.0 / TauRef / maxRates[i] - 1.0);
            gain[i] = inverse / (1.0 - intercepts[i]);
            bias[i] = inverse - gain[i];
        }
    }

    /// <inheritdoc/>
    public readonly void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts)
    {
        for (int i = 0; i < gain.Length; i++)
        {
            double top = gain[i] + bias[i];
            intercepts[i] = 1.0 - top / gain[i];
            maxRates[i] = 1.0 / TauRef / (1.0 + PortableMath.Exp(-top));
        }
    }
}

/// <summary>Gives an ensemble <see cref="Sigmoid"/> neurons.</summary>
public sealed class SigmoidAttribute : NeuronTypeAttribute<Sigmoid>
{
    /// <inheritdoc cref="Sigmoid.TauRef"/>
    public double TauRef { get; set; }
}
