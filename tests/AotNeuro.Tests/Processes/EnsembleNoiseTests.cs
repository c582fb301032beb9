using AotNeuro.Random;

namespace AotNeuro.Tests.Processes;

/// <summary>
/// The reference model with noise in its neurons: the noise is added into each neuron's current, at every step anew.
/// </summary>
public sealed class EnsembleNoiseTests
{
    [Fact]
    public void Neurons_with_noise_spike_at_the_steps_of_Nengo()
    {
        ReferenceModel reference = ReferenceModel.Read("ensemble_noise");
        ReferenceEnsemble ensemble = reference.Ensembles["a"];
        int count = ensemble.Neurons;
        LIF[] neurons = Neurons(ensemble, reference.Dt);
        var process = new WhiteNoise(new Gaussian(0.0, 0.02)) { Seed = 106 };
        double[,] noise = process.Run(reference.Seconds, count, reference.Dt);

        // The constant 0.4 arrives through a lowpass of 5 ms, a step late.
        double[] filtered = new Lowpass(0.005).Filter([.. Enumerable.Repeat(0.4, reference.Steps)], reference.Dt);
        var spikes = new List<(int Step, int Neuron)>();
        for (int step = 0; step < reference.Steps; step++)
        {
            double x = step == 0 ? 0.0 : filtered[step - 1];
            for (int i = 0; i < count; i++)
            {
                double scaledEncoder = ensemble.Encoders.Data[i] * ensemble.Gain!.Data[i] / ensemble.Radius;
                double current = ensemble.Bias!.Data[i] + noise[step, i] + (scaledEncoder * x);
                if (neurons[i].Step(current, reference.Dt))
                {
                    spikes.Add((step, i));
                }
            }
        }

        Assert.NotEqual(0, ReferenceComparison.Spikes("spikes of a", spikes, reference.Probes["spikes"].Spikes!));
    }

    private static LIF[] Neurons(ReferenceEnsemble ensemble, double dt)
    {
        var random = new RandomState((uint)ensemble.Seed + 1);
        var neurons = new LIF[ensemble.Neurons];
        for (int i = 0; i < neurons.Length; i++)
        {
            neurons[i] = new LIF { Voltage = random.Uniform(0.0, 1.0) };
            neurons[i].Initialize(dt);
        }

        return neurons;
    }
}
