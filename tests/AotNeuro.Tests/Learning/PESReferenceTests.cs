using AotNeuro.CompilerServices;
using AotNeuro.Random;
using AotNeuro.Tests.Transforms;

namespace AotNeuro.Tests.Learning;

/// <summary>PES inside of Nengo's model pes, whose three ensembles are stepped by hand from what Nengo built.</summary>
public sealed class PESReferenceTests
{
    private const double Dt = 0.001;
    private const int Neurons = 80;

    private static readonly (double Decay, double Gain) Filter = Lowpass.Discretize(0.005, Dt);

    [Fact]
    public void PES_learns_as_in_nengo()
    {
        ReferenceModel model = ReferenceModel.Read("pes");
        ReplayedLIF[] ensembles = [.. new[] { "pre", "post", "err" }.Select(name => new ReplayedLIF(model.Ensembles[name]))];
        (ReplayedLIF pre, ReplayedLIF post, ReplayedLIF err) = (ensembles[0], ensembles[1], ensembles[2]);
        double[] weights = [.. model.Connections["1"].Weights!.Data];
        double[] toPre = new double[2], toPost = new double[2], postToErr = new double[2], preToErr = new double[2];
        double[] toRule = new double[2];
        var activities = new double[Neurons];
        var samples = new List<double>();
        var spikes = new List<(int Step, int Neuron)>();
        double[,] stimulus = WhiteSignal();
        for (int step = 0; step < model.Steps; step++)
        {
            Represent(pre, toPre);
            Represent(post, toPost);
            Represent(err, [postToErr[0] + preToErr[0], postToErr[1] + preToErr[1]]);
            post.Record(step, spikes);
            Take(activities, pre.Output);
            if ((step + 1) % 250 == 0)
            {
                samples.AddRange(weights);
            }

            Take(toPre, [stimulus[(step + 1) % 1000, 0], stimulus[(step + 1) % 1000, 1]]);
            Take(toPost, Decoded(weights, pre.Output));
            PESRule.Apply(toRule, activities, -2e-4 * Dt / Neurons, weights);
            Take(postToErr, Decoded(model.Connections["2"].Weights!.Data, post.Output));
            Take(preToErr, Decoded(model.Connections["3"].Weights!.Data, pre.Output));
            Take(toRule, Decoded(model.Connections["4"].Weights!.Data, err.Output));
        }

        Assert.Equal(3681, ReferenceComparison.Spikes("post", spikes, model.Probes["post_spikes"].Spikes!));
        ReferenceComparison.Values("weights", samples.ToArray(), model.Probes["weights"].Values!);
    }

    private static void Represent(ReplayedLIF ensemble, double[] x) => ensemble.Step(i =>
        ensemble.Scale(i) * (ensemble.Built.Encoders.Data[2 * i] * x[0] + ensemble.Built.Encoders.Data[2 * i + 1] * x[1]));

    private static double[] Decoded(double[] weights, double[] activities)
    {
        var decoded = new double[2];
        Lanes.Multiply(weights, activities, decoded);
        return decoded;
    }

    /// <summary>A step of a lowpass filter of 5 ms.</summary>
    private static void Take(double[] state, double[] input)
    {
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = Filter.Decay * state[i] + Filter.Gain * input[i];
        }
    }

    /// <summary><c>WhiteSignal(1.0, high=5)</c> of seed 1 in two dimensions: 5 of 500 frequencies stay, in Hz.</summary>
    private static double[,] WhiteSignal()
    {
        const int Half = 500;
        var random = new RandomState(1);
        double std = 0.5 * Math.Sqrt(0.5);
        double[] imaginary = [.. Enumerable.Range(0, 2 * (Half + 1)).Select(_ => random.Normal(0.0, std))];
        double[] real = [.. Enumerable.Range(0, 2 * (Half + 1)).Select(_ => random.Normal(0.0, std))];
        double scale = Math.Sqrt(2.0 * Half) / Math.Sqrt(1.0 - (Half + 1.0 - 6.0) / Half);
        var signal = new double[2 * Half, 2];
        for (int t = 0; t < 2 * Half; t++)
        {
            for (int i = 2; i < 2 * 6; i++)
            {
                double angle = 2.0 * Math.PI * (i / 2) * t / (2.0 * Half);
                signal[t, i % 2] += 2.0 * scale * (real[i] * Math.Cos(angle) - imaginary[i] * Math.Sin(angle)) / (2.0 * Half);
            }
        }

        return signal;
    }
}
