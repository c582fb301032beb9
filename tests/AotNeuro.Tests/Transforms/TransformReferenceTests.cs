using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.Transforms;

/// <summary>Transforms against what Nengo computed: the models transforms_sparse and transforms_convolution.</summary>
public sealed class TransformReferenceTests
{
    private static readonly ReferenceModel Images = ReferenceModel.Read("transforms_convolution");

    private static readonly ChannelShape ImageShape = new([6, 6, 2]);

    private static double[] Image => [.. Enumerable.Range(0, 72).Select(i => i == 71 ? 1.0 : -1.0 + i * (2.0 / 71.0))];

    [Fact]
    public void Same_with_strides_is_nengos()
    {
        var transform = new Convolution(4, ImageShape, Kernel(3, 2, 4), [2, 2], Padding.Same);
        ReferenceComparison.Parameters("kernel", transform.MakeStep(new RandomState(0)).Weights, Images.Connections["0"].Weights!);
        ReferenceComparison.Values("same", AtEveryStep(Apply(transform, Image)), Images.Probes["same"].Values!);
    }

    [Fact]
    public void Valid_is_nengos()
    {
        double[] convolved = Apply(new Convolution(4, ImageShape, Kernel(3, 2, 4)), Image);
        (double decay, double gain) = Lowpass.Discretize(0.01, 0.001);
        var samples = new List<double>();
        var filtered = new double[convolved.Length];
        for (int step = 0; step < 5; step++)
        {
            samples.AddRange(filtered);
            filtered = [.. filtered.Zip(convolved, (state, value) => decay * state + gain * value)];
        }

        ReferenceComparison.Values("valid", samples.ToArray(), Images.Probes["valid"].Values!);
    }

    [Fact]
    public void A_transpose_with_strides_is_nengos()
    {
        double[] convolved = Apply(new Convolution(4, ImageShape, Kernel(3, 2, 4), [2, 2], Padding.Same), Image);
        var transform = new ConvolutionTranspose(2, new ChannelShape([3, 3, 4]), Kernel(4, 4, 2), strides: [2, 2]);
        Assert.Equal(new ChannelShape([7, 7, 2]), transform.OutputShape);
        ReferenceComparison.Parameters("kernel", transform.MakeStep(new RandomState(0)).Weights, Images.Connections["2"].Weights!);
        ReferenceComparison.Values("transpose", AtEveryStep(Apply(transform, convolved)), Images.Probes["transpose"].Values!);
    }

    [Fact]
    public void Spikes_behind_a_sparse_transform_are_nengos()
    {
        ReferenceModel model = ReferenceModel.Read("transforms_sparse");
        var transform = new Sparse(
            20,
            20,
            [.. Enumerable.Range(0, 20).Select(i => (i, 7 * i % 20))],
            [.. Enumerable.Range(0, 20).Select(i => 0.01 * (i + 1) / 20.0)]);
        TransformStep sparse = transform.MakeStep(new RandomState(0));
        double[] columns = [.. Enumerable.Range(0, 20).SelectMany(i => Apply(sparse, [.. Unit(i)]))];
        double[] dense = [.. Enumerable.Range(0, 400).Select(i => columns[i % 20 * 20 + i / 20])];
        ReferenceComparison.Parameters("weights", dense, model.Connections["1"].Weights!);

        var a = new ReplayedLIF(model.Ensembles["a"]);
        var b = new ReplayedLIF(model.Ensembles["b"]);
        var spikes = new List<(int Step, int Neuron)>();
        (double inputDecay, double inputGain) = Lowpass.Discretize(0.005, 0.001);
        (double decay, double gain) = Lowpass.Discretize(0.01, 0.001);
        double x = 0.0;
        var filtered = new double[20];
        for (int step = 0; step < model.Steps; step++)
        {
            a.Step(x);
            x = inputDecay * x + inputGain * Math.Sin(2.0 * Math.PI * ((step + 1) * 0.001));
            b.Step(i => b.Built.Gain!.Data[i] * filtered[i]);
            b.Record(step, spikes);
            filtered = [.. filtered.Zip(Apply(sparse, a.Output), (state, value) => decay * state + gain * value)];
        }

        Assert.True(ReferenceComparison.Spikes("b", spikes, model.Probes["b_spikes"].Spikes!) > 1000);

        static IEnumerable<double> Unit(int i) => Enumerable.Range(0, 20).Select(j => j == i ? 1.0 : 0.0);
    }

    /// <summary><c>RandomState(seed).normal(size=(3, 3, channels, filters))</c>.</summary>
    private static double[,,,] Kernel(uint seed, int channels, int filters)
    {
        var random = new RandomState(seed);
        var kernel = new double[3, 3, channels, filters];
        for (int i = 0; i < kernel.Length; i++)
        {
            int tap = i / filters / channels;
            kernel[tap / 3, tap % 3, i / filters % channels, i % filters] = random.NextGaussian();
        }

        return kernel;
    }

    private static double[] AtEveryStep(double[] values) => [.. Enumerable.Repeat(values, 5).SelectMany(sample => sample)];

    private static double[] Apply(Transform transform, double[] x) =>
        Apply(transform.MakeStep(new RandomState(0)), x, transform.SizeOut);

    private static double[] Apply(TransformStep step, double[] x, int size = 20)
    {
        var y = new double[size];
        step.Apply(x, y);
        return y;
    }
}
