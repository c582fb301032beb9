using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// Finds gain and bias from measured rates, for neuron types without a closed form, with the currents that Nengo tries: ever wider
/// ranges until one holds the firing threshold and one the highest maximum rate, then a grid between the two.
/// </summary>
internal static class NumericGainBias
{
    /// <summary>An odd number, so that 0 is among the currents.</summary>
    private const int GridSize = 101;
    private const int Widenings = 10;
    private const double FirstRange = 10.0;

    /// <exception cref="ArithmeticException">No current makes the neuron silent, or none reaches a rate.</exception>
    public static void Solve(
        INeuronType neurons, ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
    {
        double highest = 0.0;
        foreach (double rate in maxRates)
        {
            highest = Math.Max(highest, rate);
        }

        var currents = new double[GridSize];
        var rates = new double[GridSize];
        (double threshold, double top) = FindRange(neurons, highest, currents, rates);
        Interpolation.Linspace(threshold, top, currents);
        neurons.Rates(currents, rates);
        for (int i = 0; i < maxRates.Length; i++)
        {
            double current = Interpolation.Linear(maxRates[i], rates, currents);
            gain[i] = (threshold - current) / (intercepts[i] - 1.0);
            bias[i] = current - gain[i];
        }
    }

    /// <summary>The highest current without a spike, and the lowest that gives the rate, each from the first range that has one.</summary>
    private static (double Threshold, double Top) FindRange(INeuronType neurons, double rate, double[] currents, double[] rates)
    {
        double? threshold = null;
        double? top = null;
        double range = FirstRange;
        for (int i = 0; i < Widenings; i++, range *= 2.0)
        {
            Interpolation.Linspace(-range, range, currents);
            neurons.Rates(currents, rates);
            int silent = Array.FindLastIndex(rates, value => value <= 0.0);
            int enough = Array.FindIndex(rates, value => value >= rate);
            threshold ??= silent >= 0 ? currents[silent] : null;
            top ??= enough >= 0 ? currents[enough] : null;
            if (threshold is { } low && top is { } high)
            {
                return (low, high);
            }
        }

        throw new ArithmeticException(threshold is null
            ? "its neurons fire at every current, so that no intercept can be set; use another neuron type."
            : FormattableString.Invariant($"its neurons do not reach the maximum rate {rate:0.###} Hz at any current up to {range / 2.0}; choose lower maximum rates."));
    }
}
