namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>synapses</c>.</summary>
[NeuralModel(Seed = 2)]
public partial class SynapseModel
{
    [Probe(nameof(U), Synapse = 0.02)]
    public partial Probe LowpassProbe { get; }

    [Probe(nameof(U)), Alpha(0.02)]
    public partial Probe AlphaProbe { get; }

    [Probe(nameof(U)), Triangle(0.02)]
    public partial Probe TriangleProbe { get; }

    [Probe(nameof(U))]
    public partial Probe None { get; }

    [Probe(nameof(U), Synapse = 1e-5)]
    public partial Probe Tiny { get; }

#pragma warning disable AN0416 // a delay of a step is what is tested
    [Probe(nameof(U), Synapse = 0)]
    public partial Probe Zero { get; }
#pragma warning restore AN0416

    [Probe(nameof(U)), LinearFilter(new[] { 1.0 }, new[] { 0.0004, 0.02, 1.0 })]
    public partial Probe SecondOrder { get; }

    [Probe(nameof(U)), LinearFilter(new[] { 0.01, 1.0 }, new[] { 0.02, 1.0 })]
    public partial Probe PassthroughFilter { get; }

    [Probe(nameof(U)), LinearFilter(new[] { 0.5, 0.2 }, new[] { 1.0, -0.3 }, analog: false)]
    public partial Probe Discrete { get; }

    [Probe(nameof(U)), LinearFilter(new[] { 1.0 }, new[] { 0.03, 1.0 }, method: Discretization.Euler)]
    public partial Probe EulerProbe { get; }

    [Node]
    private static (double, double) U(double t) => (t > 0.01 ? 1.0 : 0.0, NumPySine.Sin(20 * Math.PI * t));
}

/// <summary>The reference model <c>processes</c>.</summary>
[NeuralModel(Seed = 3)]
public partial class ProcessModel
{
    [Node(SizeOut = 3)]
    private static readonly Process White = new WhiteNoise(new Gaussian(0.0, 0.5)) { Seed = 101 };

    [Node(SizeOut = 3)]
    private static readonly Process Unscaled = new WhiteNoise(new Uniform(-1.0, 1.0), scale: false) { Seed = 102 };

    [Node(SizeOut = 3)]
    private static readonly Process Filtered = new FilteredNoise(new Alpha(0.01)) { Seed = 103 };

    [Node(SizeOut = 3)]
    private static readonly Process Brown = new BrownNoise() { Seed = 104 };

    [Node(SizeOut = 3)]
    private static readonly Process Signal = new WhiteSignal(period: 0.2, high: 30.0, rms: 0.6, y0: 0.1) { Seed = 105 };

    [Node(SizeOut = 2)]
    private static readonly Process Inputs = new PresentInput(new double[,] { { 0.1, 0.2 }, { 0.3, -0.4 }, { 0.5, 0.6 } }, 0.03);

    [Node]
    private static readonly Process Pieces = new Piecewise([(0.02, 0.5), (0.05, -0.5), (0.1, 0.25)]);

    [Probe(nameof(White))]
    public partial Probe WhiteProbe { get; }

    [Probe(nameof(Unscaled))]
    public partial Probe UnscaledProbe { get; }

    [Probe(nameof(Filtered))]
    public partial Probe FilteredProbe { get; }

    [Probe(nameof(Brown))]
    public partial Probe BrownProbe { get; }

    [Probe(nameof(Signal))]
    public partial Probe SignalProbe { get; }

    [Probe(nameof(Inputs))]
    public partial Probe InputsProbe { get; }

    [Probe(nameof(Pieces))]
    public partial Probe PiecesProbe { get; }
}

/// <summary>The reference model <c>ensemble_noise</c>.</summary>
[NeuralModel(Seed = 4)]
public partial class NoisyEnsemble
{
    private static readonly Process Hum = new WhiteNoise(new Gaussian(0.0, 0.02)) { Seed = 106 };

    [Node]
    private const double Input = 0.4;

    [Ensemble(neurons: 25, dimensions: 1, Noise = nameof(Hum))]
    public partial Ensemble A { get; }

    [Connection(nameof(Input), nameof(A))]
    public partial Connection InputToA { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }
}

/// <summary>The reference model <c>neuron_direct</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class DirectNeurons
{
    [Ensemble(neurons: 1, dimensions: 2), Direct]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 1, dimensions: 1), Direct]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A), Synapse = null)]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B), Function = nameof(Product), Synapse = 0.01)]
    public partial Connection AToB { get; }

    [Probe(nameof(A))]
    public partial Probe ADecoded { get; }

    [Probe(nameof(B), Synapse = 0.03)]
    public partial Probe BDecoded { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));

    private static double Product(double x, double y) => x * y;
}

/// <summary>The reference model <c>neuron_stochastic_spiking</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class StochasticNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), LIFRate, StochasticSpiking]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.RateOut, SampleEvery = 0.005)]
    public partial Probe Rates { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_poisson_spiking</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class PoissonNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), LIFRate, PoissonSpiking]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.RateOut, SampleEvery = 0.005)]
    public partial Probe Rates { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>transforms_sparse</c>.</summary>
[NeuralModel(Seed = 16)]
public partial class SparseModel
{
    private static readonly Sparse Entries = new(
        20,
        20,
        [.. Enumerable.Range(0, 20).Select(i => (i, 7 * i % 20))],
        [.. Enumerable.Range(0, 20).Select(i => 0.01 * (i + 1) / 20.0)]);

    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection("A.Neurons", "B.Neurons", Transform = nameof(Entries), Synapse = 0.01)]
    public partial Connection NeuronsToNeurons { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(B), Synapse = 0.02)]
    public partial Probe BDecoded { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}

/// <summary>The reference model <c>transforms_convolution</c>.</summary>
[NeuralModel(Seed = 17)]
public partial class ConvolutionModel
{
    private static readonly double[,,,] Kernel = Draws.Kernel(seed: 3, height: 3, width: 3, channels: 2, filters: 4);

    private static readonly Convolution SameTransform = new(4, new([6, 6, 2]), Kernel, [2, 2], Padding.Same);

    private static readonly Convolution ValidTransform = new(4, new([6, 6, 2]), Kernel);

    private static readonly ConvolutionTranspose BackTransform = new(
        2, new([3, 3, 4]), Draws.Kernel(seed: 4, height: 3, width: 3, channels: 4, filters: 2), strides: [2, 2]);

    [Node(SizeIn = 36)]
    public partial Node Same { get; }

    [Node(SizeIn = 64)]
    public partial Node Valid { get; }

    [Node(SizeIn = 98)]
    public partial Node Back { get; }

    [Connection(nameof(Image), nameof(Same), Transform = nameof(SameTransform), Synapse = null)]
    public partial Connection ImageToSame { get; }

    [Connection(nameof(Image), nameof(Valid), Transform = nameof(ValidTransform), Synapse = 0.01)]
    public partial Connection ImageToValid { get; }

    [Connection(nameof(Same), nameof(Back), Transform = nameof(BackTransform), Synapse = null)]
    public partial Connection SameToBack { get; }

    [Probe(nameof(Same))]
    public partial Probe SameProbe { get; }

    [Probe(nameof(Valid))]
    public partial Probe ValidProbe { get; }

    [Probe(nameof(Back))]
    public partial Probe BackProbe { get; }

    [Node(SizeOut = 72)]
    private static void Image(double t, Span<double> y)
    {
        // As NumPy's linspace from -1 to 1.
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = i == y.Length - 1 ? 1.0 : i * (2.0 / (y.Length - 1)) - 1.0;
        }
    }
}
