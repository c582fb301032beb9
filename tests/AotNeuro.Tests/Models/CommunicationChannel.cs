namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>communication_channel</c>.</summary>
[NeuralModel(Seed = 5)]
public partial class CommunicationChannel
{
    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B))]
    public partial Connection AToB { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe ADecoded { get; }

    [Probe(nameof(B), Synapse = 0.01)]
    public partial Probe BDecoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe ASpikes { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}
