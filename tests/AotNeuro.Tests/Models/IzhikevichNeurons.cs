namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>neuron_izhikevich</c>: one ensemble in two dimensions, all that its neurons show.</summary>
[NeuralModel(Seed = 11)]
public partial class IzhikevichNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), Izhikevich]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage, SampleEvery = 0.005)]
    public partial Probe Voltage { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Recovery, SampleEvery = 0.005)]
    public partial Probe Recovery { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}
