namespace AotNeuro;

/// <summary>
/// What the builder asks of a neuron type: its static response to constant currents, and the gain and bias that give
/// wanted maximum rates and intercepts. The generator implements on a <see cref="NeuronTypeAttribute">neuron type</see>
/// whatever the type does not implement itself.
/// </summary>
public interface INeuronType
{
    /// <summary>Height of a spike times the length of the step; 1 for most types.</summary>
    double SpikeAmplitude => 1.0;

    /// <summary>Whether the output consists of spikes. The generator implements it from the type of <c>Step</c> and from <see cref="NeuronTypeAttribute.IsSpiking"/>.</summary>
    bool IsSpiking => true;

    /// <summary>Whether the output can be below 0; see <see cref="NeuronTypeAttribute.HasNegativeOutput"/>.</summary>
    bool HasNegativeOutput => false;

    /// <summary>
    /// What a step's result is multiplied by to get the output: the height of a spike where <c>Step</c> returns whether the neuron
    /// spiked, 1 where it returns the output itself (the generator implements it for those).
    /// </summary>
    /// <param name="dt">Length of the step in seconds.</param>
    double OutputScale(double dt) => SpikeAmplitude / dt;

    /// <summary>The rate in Hz that the neuron cannot reach: the inverse of its refractory time, or infinity.</summary>
    double RateLimit => double.PositiveInfinity;

    /// <summary>Steady output for constant input currents: Hz, times <see cref="SpikeAmplitude"/>.</summary>
    /// <param name="currents">The input currents, bias included.</param>
    /// <param name="rates">Receives one rate per current.</param>
    void Rates(ReadOnlySpan<double> currents, Span<double> rates);

    /// <summary>Gain and bias with which neuron i fires at <c>maxRates[i]</c> for input 1 and starts to fire at <c>intercepts[i]</c>.</summary>
    /// <param name="maxRates">Maximum rates in Hz.</param>
    /// <param name="intercepts">Intercepts, below 1.</param>
    /// <param name="gain">Receives the gains.</param>
    /// <param name="bias">Receives the biases.</param>
    void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias) =>
        NumericGainBias.Solve(this, maxRates, intercepts, gain, bias);

    /// <summary>The other way round: maximum rates and intercepts that follow from gains and biases.</summary>
    /// <param name="gain">Gains.</param>
    /// <param name="bias">Biases.</param>
    /// <param name="maxRates">Receives the rates in Hz for an input of 1.</param>
    /// <param name="intercepts">Receives the inputs at which the neurons start to fire.</param>
    void MaxRatesIntercepts(ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts) =>
        NumericGainBias.Invert(this, gain, bias, maxRates, intercepts);
}
