namespace AotNeuro.Tests.Building;

/// <summary>A neuron type without formulas for gain and bias: <c>rate = clip(slope * (current - threshold), lowest, highest)</c>.</summary>
internal readonly struct RampNeuron(double slope, double threshold, double lowest, double highest) : INeuronType
{
    public void Rates(ReadOnlySpan<double> currents, Span<double> rates)
    {
        for (int i = 0; i < currents.Length; i++)
        {
            rates[i] = Math.Clamp(slope * (currents[i] - threshold), lowest, highest);
        }
    }
}
