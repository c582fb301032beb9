using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Neurons;

/// <summary>Two neuron types from the literature, written as a user would: their vector code, their rates, their use in ensembles.</summary>
public sealed class LiteratureNeuronTests
{
    private const double Dt = 0.001;

    [Fact]
    public void Adaptive_exponential_neurons_step_as_their_source_says()
    {
        var model = new AdaptiveExponentialNeurons();
        model.Run(seconds: 0.5);
        int neurons = model.A.NeuronCount;
        var spikes = model.Spikes.Spikes.ToArray().Select(spike => ((int)spike.Step - 1, spike.Neuron)).ToHashSet();
        Assert.InRange(spikes.Count, 5 * neurons / 2, 50 * neurons / 2);
        for (int i = 0; i < neurons; i++)
        {
            var cell = new AdaptiveExponential { Voltage = model.A.InitialState(0)[i], Adaptation = model.A.InitialState(1)[i] };
            for (int step = 0; step < model.StepCount; step++)
            {
                int sample = step * neurons + i;
                Assert.Equal(spikes.Contains((step, i)), cell.Step(model.Current.Values[sample], Dt));
                Assert.Equal(cell.Voltage, model.Voltage.Values[sample]);
                Assert.Equal(cell.Adaptation, model.Adaptation.Values[sample]);
            }
        }
    }

    /// <summary>The paper's parameters give a neuron that fires fast at first and slows down.</summary>
    [Fact]
    public void Adaptive_exponential_neuron_adapts()
    {
        int[] times = FireAt(6.0, steps: 2000);
        int first = times[1] - times[0];
        int last = times[^1] - times[^2];
        Assert.True(first < 0.7 * last, $"{first} ms and then {last} ms");
    }

    /// <summary>
    /// The leak holds currents up to <c>gL (VT - EL - D)</c> = 546 pA, which is 2.73 units; with a = 4 nS the adaptation adds at most
    /// <c>a (VT - EL)</c> = 81 pA to that.
    /// </summary>
    [Fact]
    public void Adaptive_exponential_neuron_is_silent_below_its_rheobase()
    {
        Assert.Empty(FireAt(2.7, steps: 2000));
        Assert.NotEmpty(FireAt(3.2, steps: 2000));
    }

    [Fact]
    public void Theta_neurons_step_as_their_source_says()
    {
        var model = new ThetaNeurons();
        model.Run(seconds: 0.5);
        int neurons = model.A.NeuronCount;
        var spikes = model.Spikes.Spikes.ToArray().Select(spike => ((int)spike.Step - 1, spike.Neuron)).ToHashSet();
        for (int i = 0; i < neurons; i++)
        {
            var cell = new ThetaNeuron { Theta = model.A.InitialState(0)[i] };
            for (int step = 0; step < model.StepCount; step++)
            {
                int sample = step * neurons + i;
                Assert.Equal(spikes.Contains((step, i)), cell.Step(model.Current.Values[sample], Dt));
                Assert.Equal(cell.Theta, model.Theta.Values[sample]);
            }
        }
    }

    /// <summary>A turn takes <c>pi tau / sqrt(J)</c>; counting whole spikes for a second leaves an error of 1 Hz.</summary>
    [Fact]
    public void Theta_neuron_has_the_rate_of_the_closed_form()
    {
        double[] currents = [-5.0, -0.1, 0.0, 0.2, 0.5, 1.0, 2.0];
        var rates = new double[currents.Length];
        new ThetaNeuron().Rates(currents, rates);
        for (int i = 0; i < currents.Length; i++)
        {
            double expected = Math.Sqrt(Math.Max(0.0, currents[i])) / (Math.PI * 0.005);
            Assert.True(Math.Abs(rates[i] - expected) <= 1.0 + 0.01 * expected, $"{rates[i]} Hz instead of {expected} Hz at {currents[i]}");
        }
    }

    [Fact]
    public void Theta_neurons_represent_a_wave()
    {
        var model = new ThetaNeurons();
        model.Run(seconds: 1.0);
        double squares = 0.0;
        for (int step = 0; step < model.StepCount; step++)
        {
            // The two lowpass filters are late by their time constants.
            double error = model.Decoded.Values[step] - Math.Sin(2 * Math.PI * ((step + 1) * Dt - 0.036));
            squares += error * error;
        }

        Assert.InRange(Math.Sqrt(squares / model.StepCount), 0.0, 0.15);
    }

    private static int[] FireAt(double current, int steps)
    {
        var cell = new AdaptiveExponential { Voltage = -70.6 };
        return [.. Enumerable.Range(0, steps).Where(_ => cell.Step(current, Dt))];
    }
}
