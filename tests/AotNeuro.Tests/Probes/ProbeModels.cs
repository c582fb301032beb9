namespace AotNeuro.Tests.Probes;

/// <summary>Numbers of neurons around whole bytes and words, all of them recorded as spikes.</summary>
[NeuralModel(Seed = 2)]
public partial class ManySpikes
{
    [Node(0.9)]
    public partial Node Stimulus { get; }

    [Ensemble(neurons: 3, dimensions: 1, Intercepts = -0.9)]
    public partial Ensemble Three { get; }

    [Ensemble(neurons: 8, dimensions: 1, Intercepts = -0.9)]
    public partial Ensemble Eight { get; }

    [Ensemble(neurons: 75, dimensions: 1, Intercepts = -0.9), LIF(Amplitude = 0.5)]
    public partial Ensemble Seventy { get; }

    [Connection(nameof(Stimulus), nameof(Three))]
    public partial Connection ToThree { get; }

    [Connection(nameof(Stimulus), nameof(Eight))]
    public partial Connection ToEight { get; }

    [Connection(nameof(Stimulus), nameof(Seventy))]
    public partial Connection ToSeventy { get; }

    [Probe(nameof(Three), Signal = ProbeSignal.Spikes)]
    public partial Probe ThreeSpikes { get; }

    [Probe(nameof(Eight), Signal = ProbeSignal.Spikes)]
    public partial Probe EightSpikes { get; }

    [Probe(nameof(Seventy), Signal = ProbeSignal.Spikes)]
    public partial Probe SeventySpikes { get; }

    [Probe(nameof(Seventy), Signal = ProbeSignal.Output)]
    public partial Probe SeventyOutput { get; }

    [Probe(nameof(Seventy), Signal = ProbeSignal.Spikes, SampleEvery = 0.003)]
    public partial Probe SeventySampled { get; }

    [Probe(nameof(Seventy), Signal = ProbeSignal.Spikes, KeepLast = 7)]
    public partial Probe SeventyLast { get; }
}
