using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>Gain and bias of neuron types without a closed form, read off their rates for the currents that Nengo tries.</summary>
internal static class NumericGainBias
{
    /// <summary>Currents per curve; odd, so that 0 is one of them.</summary>
    private const int Points = 101;

    private const double FirstRange = 10.0;
    private const int Doublings = 10;

    /// <inheritdoc cref="INeuronType.GainBias"/>
    /// <param name="neurons">The neuron type.</param>
    /// <param name="maxRates">Maximum rates in Hz.</param>
    /// <param name="intercepts">Intercepts, below 1.</param>
    /// <param name="gain">Receives the gains.</param>
    /// <param name="bias">Receives the biases.</param>
    /// <remarks>
    /// The intercept gets the last current without output; the maximum rates get theirs from the curve between it and the first
    /// current that gives the highest of them.
    /// </remarks>
    /// <exception cref="ArithmeticException">
    /// The neurons fire at every current, or the highest rate is out of reach; the builder adds the ensemble's name.
    /// </exception>
    public static void Solve(
        INeuronType neurons, ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
    {
        (double threshold, double highest) = FindRange(neurons, VectorLoops.Max(maxRates));
        Span<double> currents = stackalloc double[Points];
        Span<double> rates = stackalloc double[Points];
        Interpolation.Linspace(threshold, highest, currents);
        neurons.Rates(currents, rates);
        for (int i = 0; i < maxRates.Length; i++)
        {
            double top = Interpolation.Linear(maxRates[i], rates, currents);
            gain[i] = (threshold - top) / (intercepts[i] - 1.0);
            bias[i] = top - gain[i];
        }
    }

    /// <inheritdoc cref="INeuronType.MaxRatesIntercepts"/>
    /// <param name="neurons">The neuron type.</param>
    /// <param name="gain">Gains.</param>
    /// <param name="bias">Biases.</param>
    /// <param name="maxRates">Receives the rates in Hz for an input of 1.</param>
    /// <param name="intercepts">Receives the intercepts.</param>
    /// <remarks>The intercept is the last of 101 inputs from -1 to 1 before the neuron fires, -1 if it fires at all of them.</remarks>
    public static void Invert(
        INeuronType neurons, ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts)
    {
        Span<double> inputs = stackalloc double[Points];
        Span<double> currents = stackalloc double[Points];
        Span<double> rates = stackalloc double[Points];
        Interpolation.Linspace(-1.0, 1.0, inputs);
        for (int i = 0; i < gain.Length; i++)
        {
            for (int point = 0; point < Points; point++)
            {
                currents[point] = gain[i] * inputs[point] + bias[i];
            }

            neurons.Rates(currents, rates);
            int first = 0;
            while (first < Points && !(rates[first] > 0.0))
            {
                first++;
            }

            maxRates[i] = rates[^1];
            intercepts[i] = inputs[first == Points ? 0 : Math.Max(first - 1, 0)];
        }
    }

    /// <summary>Doubles the range of currents until both ends of the curve were seen; each stays where it was seen first.</summary>
    private static (double Threshold, double Highest) FindRange(INeuronType neurons, double maxRate)
    {
        var currents = new double[Points];
        var rates = new double[Points];
        double? threshold = null;
        double? highest = null;
        double range = FirstRange;
        for (int i = 0; i < Doublings; i++, range *= 2.0)
        {
            Interpolation.Linspace(-range, range, currents);
            neurons.Rates(currents, rates);
            int silent = Array.FindLastIndex(rates, rate => rate <= 0.0);
            int reached = Array.FindIndex(rates, rate => rate >= maxRate);
            threshold ??= silent < 0 ? null : currents[silent];
            highest ??= reached < 0 ? null : currents[reached];
            if (threshold is { } low && highest is { } high)
            {
                return (low, high);
            }
        }

        throw new ArithmeticException(threshold is null
            ? FormattableString.Invariant($"its neurons fire at every current down to {-range / 2.0}, so they cannot have intercepts; ")
                + "change the neuron type's parameters."
            : FormattableString.Invariant($"its neurons do not reach the max rate {maxRate} Hz at any current up to {range / 2.0}; ")
                + "lower the max rates.");
    }
}
