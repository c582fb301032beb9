namespace AotNeuro.Tests.Simulation;

/// <summary>The step number as a signal, so that a sample tells which step it is of.</summary>
[NeuralModel(Seed = 1)]
public partial class Counter
{
    [Probe(nameof(Clock))]
    public partial Probe Steps { get; }

    [Probe(nameof(Clock), KeepLast = 4)]
    public partial Probe LastFour { get; }

    [Probe(nameof(Clock), SampleEvery = 0.0025)]
    public partial Probe Sampled { get; }

    [Node]
    private static double Clock(double t) => Math.Round(t / 0.001);
}

/// <summary>A period that is no whole number of steps by rounding only: 0.035 / 0.005 is above 7.</summary>
[NeuralModel(Seed = 1, Dt = 0.005)]
public partial class CoarseCounter
{
    [Probe(nameof(Clock), SampleEvery = 0.035)]
    public partial Probe Sampled { get; }

    [Node]
    private static double Clock(double t) => t;
}

/// <summary>Nodes of each replaceable kind.</summary>
[NeuralModel(Seed = 1)]
public partial class Replaceable
{
    [Node(0.5)]
    public partial Node One { get; }

    [Node(nameof(Turn))]
    public partial Node Two { get; }

    [Node(nameof(Double), SizeIn = 1, SizeOut = 1)]
    public partial Node Behind { get; }

    [Connection(nameof(One), nameof(Behind), Synapse = null)]
    public partial Connection OneToBehind { get; }

    [Probe(nameof(One))]
    public partial Probe Ones { get; }

    [Probe(nameof(Two))]
    public partial Probe Twos { get; }

    [Probe(nameof(Behind))]
    public partial Probe Behinds { get; }

    public Node FixedNode => Nodes.Single(node => node.Name == nameof(Fixed));

    private static (double, double) Turn(double t) => (t, -t);

    private static void Double(double t, ReadOnlySpan<double> x, Span<double> y) => y[0] = 2.0 * x[0];

    [Node]
    private static double Fixed(double t) => t;

    [Probe(nameof(Fixed))]
    public partial Probe FixedOutput { get; }
}

/// <summary>A node of the instance that does in a step what a test asks for.</summary>
[NeuralModel(Seed = 3)]
public partial class Scripted
{
    public Func<double, double> Script { get; set; } = static t => Math.Round(t / 0.001);

    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble A { get; }

    [Connection(nameof(Early), nameof(A))]
    public partial Connection EarlyToA { get; }

    [Probe(nameof(Early))]
    public partial Probe EarlyOutput { get; }

    [Probe(nameof(Early), SampleEvery = 0.001)]
    public partial Probe EarlySampled { get; }

    [Probe(nameof(Late))]
    public partial Probe LateOutput { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Node]
    private static double Early(double t) => Math.Round(t / 0.001);

    [Node]
    private double Late(double t) => Script(t);
}

/// <summary>A model without a seed, of an instance node, an ensemble and all kinds of probes.</summary>
[NeuralModel]
public partial class Unseeded
{
    private double _value;

    [Ensemble(neurons: 70, dimensions: 2), Izhikevich]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 9, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B))]
    private static double Product(double x, double y) => x * y;

    [Probe(nameof(B), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe ASpikes { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage, SampleEvery = 0.004)]
    public partial Probe Voltage { get; }

    [Node]
    private (double, double) Stimulus(double t)
    {
        _value = 0.9 - _value;
        return (_value, t);
    }
}

/// <summary>The chattering cells of the seed page, with their constants compiled in.</summary>
[NeuralModel(Seed = 0)]
public partial class ChatteringPage
{
    [Node(0.2)]
    public partial Node Stimulus { get; }

    [Ensemble(neurons: 10, dimensions: 1), Izhikevich(ResetVoltage = -50, ResetRecovery = 2)]
    public partial Ensemble Ens { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    public partial Connection StimulusToEns { get; }

    [Probe(nameof(Ens), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Voltage)]
    public partial Probe Voltage { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Recovery)]
    public partial Probe Recovery { get; }
}

/// <summary>More dimensions than a grid can have points for.</summary>
[NeuralModel(Seed = 1)]
public partial class ManyDimensions
{
    [Ensemble(neurons: 20, dimensions: 6)]
    public partial Ensemble A { get; }
}

/// <summary>
/// The ensembles of the reference tables' curves. The tables do not say where they come from: seed 0 with one connection was
/// found by search, and is the only one that fits among the seeds below 200.
/// </summary>
[NeuralModel(Seed = 0)]
public partial class CurveModel
{
    [Node(0.0)]
    public partial Node Stimulus { get; }

    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 20, dimensions: 2), LIF]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }
}
