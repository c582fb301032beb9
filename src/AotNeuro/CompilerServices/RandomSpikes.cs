using System.ComponentModel;
using AotNeuro.Random;

namespace AotNeuro.CompilerServices;

/// <summary>Draws the spikes that rates lead to, with the random numbers that Nengo draws.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RandomSpikes
{
    /// <summary>A step of <see cref="StochasticSpiking"/>: one uniform number per neuron.</summary>
    /// <param name="random">The ensemble's generator.</param>
    /// <param name="rates">The rates in Hz.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <param name="amplitude">Height of a spike times dt.</param>
    /// <param name="output">Receives the number of spikes times their height, with the sign of the rate.</param>
    /// <exception cref="ArithmeticException">A rate is not finite.</exception>
    public static void Stochastic(RandomState random, ReadOnlySpan<double> rates, double dt, double amplitude, Span<double> output)
    {
        double height = amplitude / dt;
        for (int i = 0; i < rates.Length; i++)
        {
            double expected = Expected(rates, i, dt);
            double certain = Math.Floor(expected);
            double spikes = random.NextDouble() < expected - certain ? certain + 1.0 : certain;
            output[i] = Math.CopySign(height * spikes, rates[i]);
        }
    }

    /// <summary>A step of <see cref="PoissonSpiking"/>: one Poisson number per neuron.</summary>
    /// <inheritdoc cref="Stochastic"/>
    public static void Poisson(RandomState random, ReadOnlySpan<double> rates, double dt, double amplitude, Span<double> output)
    {
        double height = amplitude / dt;
        for (int i = 0; i < rates.Length; i++)
        {
            output[i] = Math.CopySign(height * random.Poisson(Expected(rates, i, dt)), rates[i]);
        }
    }

    private static double Expected(ReadOnlySpan<double> rates, int neuron, double dt) =>
        double.IsFinite(rates[neuron])
            ? Math.Abs(rates[neuron]) * dt
            : throw new ArithmeticException(FormattableString.Invariant(
                $"neuron {neuron} has the rate {rates[neuron]}, of which no spikes can be drawn; its type's Step must return finite numbers."));
}
