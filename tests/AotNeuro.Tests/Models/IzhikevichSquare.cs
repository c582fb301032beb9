namespace AotNeuro.Tests.Models;

/// <summary>The reference models <c>izhikevich_square</c> and, with a slower recovery, <c>izhikevich_square_tau02</c>.</summary>
[NeuralModel(Seed = 0)]
public partial class IzhikevichSquare
{
    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble Ens { get; }

    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble Square { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    public partial Connection StimulusToEns { get; }

    [Probe(nameof(Ens), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Voltage, SampleEvery = 0.01)]
    public partial Probe Voltage { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Recovery, SampleEvery = 0.01)]
    public partial Probe Recovery { get; }

    [Probe(nameof(Square), Synapse = 0.03)]
    public partial Probe SquareDecoded { get; }

    [Probe(nameof(Square), Signal = ProbeSignal.Spikes)]
    public partial Probe SquareSpikes { get; }

    [Tunable(nameof(Square), nameof(Izhikevich.TauRecovery))]
    public partial double SquareTauRecovery { get; set; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);

    [Connection(nameof(Ens), nameof(Square))]
    private static double Squared(double x) => x * x;
}
