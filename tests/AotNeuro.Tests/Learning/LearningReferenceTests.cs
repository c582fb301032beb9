using AotNeuro.CompilerServices;
using AotNeuro.Tests.Transforms;

namespace AotNeuro.Tests.Learning;

/// <summary>
/// The rules inside of Nengo's models learning_*: neurons are stepped by hand, from what Nengo built, and learn by our arithmetic.
/// Every spike and every weight has to come out.
/// </summary>
public sealed class LearningReferenceTests
{
    private const double Dt = 0.001;
    private const int Neurons = 20;

    [Fact]
    public void BCM_learns_as_in_nengo()
    {
        var theta = new Filter(1.0, 15);
        var delta = new double[15 * Neurons];
        BetweenNeurons("learning_bcm", (pre, post, output, weights) =>
        {
            BCMRule.Delta(pre, post, theta.Step(output), 1e-9 * Dt, delta);
            return delta;
        });
    }

    [Fact]
    public void Oja_learns_as_in_nengo()
    {
        var delta = new double[15 * Neurons];
        BetweenNeurons("learning_oja", (pre, post, output, weights) =>
        {
            OjaRule.Delta(pre, post, weights, 1e-6 * Dt, 1.0, delta);
            return delta;
        });
    }

    [Fact]
    public void Voja_learns_as_in_nengo()
    {
        Model model = new("learning_voja");
        ReplayedLIF post = model.B;
        var filter = new Filter(0.005, 16);
        var x = new Filter(0.005, 1);
        double[] decoders = model.Reference.Connections["1"].Weights!.Data;
        double[] scale = Padded(Enumerable.Range(0, 15).Select(post.Scale));
        double[] encoders = [.. Padded(post.Built.Encoders.Data).Zip(scale, (encoder, factor) => encoder * factor)];
        var delta = new double[16];
        model.Run(step =>
        {
            post.Step(i => encoders[i] * x.Value[0]);
            VojaRule.Delta(filter.Step(Padded(post.Output)), scale, x.Value, 1e-2 * Dt, 1.0, encoders, delta);
            x.Step([Dot(decoders, model.A.Output)]);
            model.Sample(step, encoders.AsSpan(0, 15), "encoders");
            Add(encoders, delta);
        });
    }

    [Fact]
    public void RLS_learns_as_in_nengo()
    {
        Model model = new("learning_rls");
        var activities = new Filter(0.005, Neurons);
        var x = new Filter(0.005, 1);
        var fromB = new Filter(0.005, 1);
        var fromStimulus = new Filter(0.005, 1);
        var error = new Filter(0.005, 1);
        double[] weights = [.. model.Reference.Connections["1"].Weights!.Data];
        double[] decoders = model.Reference.Connections["2"].Weights!.Data;
        var p = new double[Neurons * Neurons];
        var product = new double[Neurons];
        RLSRule.Initialize(1e-3, Dt, Neurons, p);
        model.Run(step =>
        {
            model.B.Step(x.Value[0]);
            double difference = fromB.Value[0] + fromStimulus.Value[0];
            double k = RLSRule.Update(activities.Step(model.A.Output), p, product);
            x.Step([Dot(weights, model.A.Output)]);
            fromB.Step([Dot(decoders, model.B.Output)]);
            fromStimulus.Step([-model.Stimulus]);
            model.Sample(step, weights, "weights");
            RLSRule.Apply(error.Value, product, k, weights);
            error.Step([difference]);
        });
    }

    /// <summary>Replays a model with weights from neurons to neurons, which a rule changes.</summary>
    private static void BetweenNeurons(string name, Func<double[], double[], double[], double[], double[]> rule)
    {
        Model model = new(name);
        var pre = new Filter(0.005, Neurons);
        var post = new Filter(0.005, 15);
        var current = new Filter(0.005, 15);
        double[] weights = [.. model.Reference.Connections["1"].Weights!.Data];
        var weighted = new double[15];
        model.Run(step =>
        {
            model.B.Step(i => model.B.Built.Gain!.Data[i] * current.Value[i]);
            double[] delta = rule(pre.Step(model.A.Output), post.Step(model.B.Output), model.B.Output, weights);
            Lanes.Multiply(weights, model.A.Output, weighted);
            current.Step(weighted);
            model.Sample(step, weights, "weights");
            Add(weights, delta);
        });
    }

    private static double Dot(double[] weights, double[] activities) => weights.Zip(activities, (w, a) => w * a).Sum();

    private static void Add(double[] weights, double[] delta)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] += delta[i];
        }
    }

    private static double[] Padded(IEnumerable<double> values) => [.. values, 0.0];

    /// <summary>A lowpass filter; <see cref="Value"/> is also what it delivers a step late, as a connection's synapse.</summary>
    private sealed class Filter(double tau, int size)
    {
        private readonly (double Decay, double Gain) _lowpass = Lowpass.Discretize(tau, Dt);

        public double[] Value { get; } = new double[size];

        public double[] Step(double[] input)
        {
            for (int i = 0; i < size; i++)
            {
                Value[i] = _lowpass.Decay * Value[i] + _lowpass.Gain * input[i];
            }

            return Value;
        }
    }

    /// <summary>What the models share: a sine drives a, and a learns to drive b.</summary>
    private sealed class Model(string name)
    {
        private readonly List<(int Step, int Neuron)> _spikes = [];
        private readonly List<double> _samples = [];
        private string _probe = "";

        public ReferenceModel Reference { get; } = ReferenceModel.Read(name);

        public ReplayedLIF A { get; } = new(ReferenceModel.Read(name).Ensembles["a"]);

        public ReplayedLIF B { get; } = new(ReferenceModel.Read(name).Ensembles["b"]);

        /// <summary>The sine of this step.</summary>
        public double Stimulus { get; private set; }

        /// <summary>Runs the model and compares the spikes of b, which the step advances, and the samples.</summary>
        public void Run(Action<int> step)
        {
            var input = new Filter(0.005, 1);
            for (int i = 0; i < Reference.Steps; i++)
            {
                Stimulus = Math.Sin(2.0 * Math.PI * ((i + 1) * Dt));
                A.Step(input.Value[0]);
                step(i + 1);
                B.Record(i, _spikes);
                input.Step([Stimulus]);
            }

            Assert.True(ReferenceComparison.Spikes("b", _spikes, Reference.Probes["b_spikes"].Spikes!) > 500);
            ReferenceComparison.Values(_probe, _samples.ToArray(), Reference.Probes[_probe].Values!);
        }

        /// <summary>Takes a sample of a probe if one is due.</summary>
        public void Sample(int step, ReadOnlySpan<double> values, string probe)
        {
            _probe = probe;
            if (step % (int)Math.Round(Reference.Probes[probe].SampleEvery!.Value / Dt) == 0)
            {
                _samples.AddRange(values);
            }
        }
    }
}
