namespace AotNeuro;

/// <summary>
/// No neurons at all: an ensemble with this type holds its vector exactly, and what connections decode from it are the functions
/// themselves.
/// </summary>
public readonly struct Direct : INeuronType
{
    bool INeuronType.IsSpiking => false;

    bool INeuronType.HasNegativeOutput => true;

    double INeuronType.OutputScale(double dt) => 1.0;

    /// <inheritdoc/>
    /// <remarks>The currents, unchanged.</remarks>
    public void Rates(ReadOnlySpan<double> currents, Span<double> rates) => currents.CopyTo(rates);

    /// <inheritdoc/>
    /// <remarks>Gain 1 and bias 0.</remarks>
    public void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
    {
        gain.Fill(1.0);
        bias.Clear();
    }
}

/// <summary>Makes an ensemble exact: <see cref="Direct"/>.</summary>
public sealed class DirectAttribute : NeuronTypeAttribute<Direct>;
