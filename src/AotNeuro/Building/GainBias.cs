namespace AotNeuro.Building;

/// <summary>Asks a neuron type for gains and biases, and names the neuron if they make no sense.</summary>
internal static class GainBias
{
    /// <summary>Gain and bias of every neuron.</summary>
    /// <exception cref="BuildException">Rates or intercepts are out of the neuron type's reach.</exception>
    public static (double[] Gain, double[] Bias) Solve(string name, INeuronType neurons, double[] maxRates, double[] intercepts)
    {
        CheckRates(name, neurons.RateLimit, maxRates);
        CheckIntercepts(name, intercepts);
        var gain = new double[maxRates.Length];
        var bias = new double[maxRates.Length];
        try
        {
            neurons.GainBias(maxRates, intercepts, gain, bias);
        }
        catch (ArithmeticException unreachable)
        {
            throw new BuildException(name, unreachable.Message, unreachable);
        }

        for (int i = 0; i < gain.Length; i++)
        {
            if (!(gain[i] > 0.0 && double.IsFinite(gain[i]) && double.IsFinite(bias[i])))
            {
                throw new BuildException(name, FormattableString.Invariant(
                    $"neuron {i} with max rate {maxRates[i]} Hz and intercept {intercepts[i]} gets gain {gain[i]} and bias {bias[i]}. ")
                    + "Gains must be positive and finite: lower the intercepts or raise the max rates.");
            }
        }

        return (gain, bias);
    }

    private static void CheckRates(string name, double limit, double[] maxRates)
    {
        int bad = Array.FindIndex(maxRates, rate => !(rate > 0.0));
        if (bad >= 0)
        {
            throw new BuildException(
                name, FormattableString.Invariant($"max rates must be above 0 Hz, and that of neuron {bad} is {maxRates[bad]} Hz."));
        }

        bad = Array.FindIndex(maxRates, rate => rate >= limit);
        if (bad >= 0)
        {
            throw new BuildException(name, FormattableString.Invariant(
                $"max rates must be below {limit} Hz, the inverse of the refractory time, and that of neuron {bad} is {maxRates[bad]} Hz."));
        }
    }

    private static void CheckIntercepts(string name, double[] intercepts)
    {
        int bad = Array.FindIndex(intercepts, intercept => intercept >= 1.0);
        if (bad >= 0)
        {
            throw new BuildException(name, FormattableString.Invariant(
                $"intercepts must be below 1, where the max rate is reached, and that of neuron {bad} is {intercepts[bad]}."));
        }
    }
}
