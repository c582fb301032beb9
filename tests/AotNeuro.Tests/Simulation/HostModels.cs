namespace AotNeuro.Tests.Simulation;

/// <summary>A model that its host drives.</summary>
[NeuralModel(Seed = 11)]
public partial class Driven
{
    [Node]
    private static double Clock(double t) => Math.Round(t / 0.001);

    [Input(2)]
    public partial Span<double> Goal { get; }

    [Node]
    private static double After(double t) => 0.25;

    [Input(1)]
    public partial Span<double> Unread { get; }

    [Ensemble(neurons: 40, dimensions: 2)]
    public partial Ensemble A { get; }

    [Connection(nameof(Goal), nameof(A))]
    public partial Connection GoalToA { get; }

    [Connection("Goal[1]", "A[0]", Synapse = null, Transform = 0.5)]
    public partial Connection Mixed { get; }

    [Connection(nameof(Goal), nameof(A), Synapse = null)]
    static (double, double) Swapped(double x, double y) => (0.1 * y, 0.1 * x);

    [Connection(nameof(After), "A[1]")]
    public partial Connection AfterToA { get; }

    [Output(nameof(Clock))]
    public partial ReadOnlySpan<double> Steps { get; }

    [Probe(nameof(A), Seed = 5)]
    public partial Probe Decoded { get; }

    [Output(nameof(A), Synapse = 0.01)]
    public partial ReadOnlySpan<double> Filtered { get; }

    [Output("A[1]", Solver = nameof(Own)), Alpha(0.003)]
    public partial ReadOnlySpan<double> Second { get; }

    [Output(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial ReadOnlySpan<double> Spikes { get; }

    [Output(nameof(A), Signal = ProbeSignal.Voltage)]
    public partial ReadOnlySpan<double> Voltage { get; }

    [Output(nameof(GoalToA))]
    public partial ReadOnlySpan<double> Arriving { get; }

    [Output(nameof(Goal))]
    public partial ReadOnlySpan<double> Seen { get; }

    private static readonly Solver Own = new LstsqNoise(0.2);
}

/// <summary>The same with a node and probes.</summary>
[NeuralModel(Seed = 11)]
public partial class DrivenTwin
{
    [Node]
    private static double Clock(double t) => Math.Round(t / 0.001);

    [Node(0.0, 0.0)]
    public partial Node Goal { get; }

    [Node]
    private static double After(double t) => 0.25;

    [Node(0.0)]
    public partial Node Unread { get; }

    [Ensemble(neurons: 40, dimensions: 2)]
    public partial Ensemble A { get; }

    [Connection(nameof(Goal), nameof(A))]
    public partial Connection GoalToA { get; }

    [Connection("Goal[1]", "A[0]", Synapse = null, Transform = 0.5)]
    public partial Connection Mixed { get; }

    [Connection(nameof(Goal), nameof(A), Synapse = null)]
    static (double, double) Swapped(double x, double y) => (0.1 * y, 0.1 * x);

    [Connection(nameof(After), "A[1]")]
    public partial Connection AfterToA { get; }

    [Probe(nameof(Clock))]
    public partial Probe Steps { get; }

    [Probe(nameof(A), Seed = 5)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Filtered { get; }

    [Probe("A[1]", Solver = nameof(Own)), Alpha(0.003)]
    public partial Probe Second { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage)]
    public partial Probe Voltage { get; }

    [Probe(nameof(GoalToA))]
    public partial Probe Arriving { get; }

    [Probe(nameof(Goal))]
    public partial Probe Seen { get; }

    private static readonly Solver Own = new LstsqNoise(0.2);
}

/// <summary>A model whose parts its host drives, with defaults for what they put out.</summary>
[NeuralModel(Seed = 2)]
[ProbeDefaults(Synapse = 0.02, SampleEvery = 0.005)]
public partial class DrivenParts
{
    [Part]
    public partial Driven Left { get; }

    [Part(Seed = 4)]
    public partial Driven Right { get; }

    [Input(1)]
    public partial Span<double> Own { get; }

    [Connection(nameof(Own), "Right.A[0]")]
    public partial Connection OwnToRight { get; }

    [Connection("Left.Goal", "Right.A")]
    public partial Connection Across { get; }

    [Output("Right.A")]
    public partial ReadOnlySpan<double> Result { get; }
}

/// <summary>The same with nodes and probes.</summary>
[NeuralModel(Seed = 2)]
[ProbeDefaults(Synapse = 0.02)]
public partial class DrivenPartsTwin
{
    [Part]
    public partial DrivenTwin Left { get; }

    [Part(Seed = 4)]
    public partial DrivenTwin Right { get; }

    [Node(0.0)]
    public partial Node Own { get; }

    [Connection(nameof(Own), "Right.A[0]")]
    public partial Connection OwnToRight { get; }

    [Connection("Left.Goal", "Right.A")]
    public partial Connection Across { get; }

    [Probe("Right.A")]
    public partial Probe Result { get; }
}
