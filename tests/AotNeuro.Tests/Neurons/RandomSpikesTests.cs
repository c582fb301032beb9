using AotNeuro.CompilerServices;
using AotNeuro.Random;
using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Neurons;

/// <summary>Spikes drawn from rates: those of Nengo for the rates of its models, and the cases that those models do not have.</summary>
public sealed class RandomSpikesTests
{
    private const double Dt = 0.001;

    private delegate void Draw(RandomState random, ReadOnlySpan<double> rates, double dt, double amplitude, Span<double> output);

    [Fact]
    public void Stochastic_spikes_are_those_of_Nengo() => CompareWithNengo("neuron_stochastic_spiking", RandomSpikes.Stochastic);

    [Fact]
    public void Poisson_spikes_are_those_of_Nengo() => CompareWithNengo("neuron_poisson_spiking", RandomSpikes.Poisson);

    [Fact]
    public void Certain_spikes_need_no_luck_and_have_the_sign_of_the_rate()
    {
        var output = new double[4];
        RandomSpikes.Stochastic(new RandomState(1), [2000.0, -3000.0, 0.0, 1000.0], Dt, 0.5, output);
        Assert.Equal([1000.0, -1500.0, 0.0, 500.0], output);
    }

    [Fact]
    public void The_mean_of_the_spikes_is_the_rate()
    {
        double[] rates = [250.0, -250.0, 1600.0];
        foreach (Draw draw in new Draw[] { RandomSpikes.Stochastic, RandomSpikes.Poisson })
        {
            var random = new RandomState(3);
            var output = new double[rates.Length];
            var sums = new double[rates.Length];
            for (int step = 0; step < 20_000; step++)
            {
                draw(random, rates, Dt, 1.0, output);
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += output[i];
                }
            }

            // Four standard deviations of a Poisson count.
            Assert.All(rates.Zip(sums), pair =>
                Assert.Equal(pair.First, pair.Second / 20_000, 4.0 * Math.Sqrt(Math.Abs(pair.First) / (20_000 * Dt))));
        }
    }

    [Fact]
    public void A_rate_that_is_not_finite_is_an_error()
    {
        foreach (Draw draw in new Draw[] { RandomSpikes.Stochastic, RandomSpikes.Poisson })
        {
            var error = Assert.Throws<ArithmeticException>(() => draw(new RandomState(1), [1.0, double.NaN], Dt, 1.0, new double[2]));
            Assert.Equal(
                "neuron 1 has the rate NaN, of which no spikes can be drawn; its type's Step must return finite numbers.", error.Message);
        }
    }

    /// <summary>The rate model with the same seed has the rates; the generator starts as that of the initial states does.</summary>
    private static void CompareWithNengo(string name, Draw draw)
    {
        ReferenceSpikes expected = ReferenceModel.Read(name).Probes["output"].Spikes!;
        var model = new LIFRateNeurons();
        model.RunSteps(expected.Steps);
        var random = new RandomState((uint)model.A.Seed + 1);
        var output = new double[expected.Neurons];
        var events = new List<(int Step, int Neuron)>();
        for (int step = 0; step < expected.Steps; step++)
        {
            draw(random, model.Output.Values.Slice(step * output.Length, output.Length), Dt, 1.0, output);
            events.AddRange(Enumerable.Range(0, output.Length).Where(i => output[i] != 0.0).Select(i => (step, i)));
        }

        Assert.Equal(expected.Events.Length, ReferenceComparison.Spikes(name, events, expected));
    }
}
