namespace AotNeuro.Benchmarks;

/// <summary>W1, the seed page: ten Izhikevich neurons follow a sine, and everything about them is recorded.</summary>
[NeuralModel(Seed = 0)]
public partial class SeedPage
{
    [Ensemble(neurons: 10, dimensions: 1), Izhikevich]
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

    [Node]
    private static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);
}

/// <summary>W2, a communication channel: 100 LIF neurons pass a sine on to 100 others.</summary>
[NeuralModel(Seed = 0)]
public partial class Channel
{
    [Ensemble(neurons: 100, dimensions: 1), LIF]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 100, dimensions: 1), LIF]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B))]
    public partial Connection AToB { get; }

    [Probe(nameof(B), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node]
    private static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);
}

/// <summary>W3, a square: 30 Izhikevich neurons and 30 more that receive the square of what they hold.</summary>
[NeuralModel(Seed = 0)]
public partial class SineSquared
{
    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble Ens { get; }

    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble Square { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    public partial Connection StimulusToEns { get; }

    [Probe(nameof(Square), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node]
    private static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);

    [Connection(nameof(Ens), nameof(Square))]
    private static double Squared(double x) => x * x;
}
