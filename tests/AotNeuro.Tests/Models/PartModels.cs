namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>subnetworks_and_config</c>; defaults of parts stand on their own classes.</summary>
[NeuralModel(Seed = 25), EnsembleDefaults(MaxRates = nameof(SlowRates)), ConnectionDefaults(Synapse = nameof(SlowSynapse))]
public partial class SubnetworksModel
{
    public static readonly Uniform SlowRates = new(100.0, 120.0);

    public static readonly Alpha SlowSynapse = new(0.01);

    private static readonly double[] Gains = [1.0, 2.0, 3.0];

    private static readonly double[] Biases = [1.1, 1.5, 0.5];

    [Part]
    public partial FirstPart S1 { get; }

    [Part]
    public partial SecondPart S2 { get; }

    [Ensemble(neurons: 3, dimensions: 1, Gain = nameof(Gains), Bias = nameof(Biases), Encoders = new[] { 1.0, -1.0, 1.0 })]
    public partial Ensemble C { get; }

    [Connection(nameof(Stimulus), "S1.A")]
    public partial Connection StimulusToA { get; }

    [Connection("S1.A", "S2.B")]
    public partial Connection AToB { get; }

    [Connection("S2.Relay", nameof(C), Synapse = null)]
    public partial Connection RelayToC { get; }

    [Probe("S1.A", Signal = ProbeSignal.Spikes)]
    public partial Probe ASpikes { get; }

    [Probe("S2.B", Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(C), Signal = ProbeSignal.Spikes)]
    public partial Probe CSpikes { get; }

    [Probe("S2.Relay")]
    public partial Probe Relay { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}

/// <summary>The first subnetwork.</summary>
[NeuralModel, EnsembleDefaults(MaxRates = nameof(Rates))]
public partial class FirstPart
{
    private static readonly Uniform Rates = SubnetworksModel.SlowRates;

    [Ensemble(neurons: 30, dimensions: 1)]
    public partial Ensemble A { get; }
}

/// <summary>The second subnetwork, with a seed of its own.</summary>
[NeuralModel(Seed = 77), EnsembleDefaults(MaxRates = nameof(Rates)), ConnectionDefaults(Synapse = nameof(Synapse))]
public partial class SecondPart
{
    private static readonly Uniform Rates = SubnetworksModel.SlowRates;

    private static readonly Alpha Synapse = SubnetworksModel.SlowSynapse;

    private static readonly Uniform Half = new(-0.5, 0.5);

    [Ensemble(neurons: 30, dimensions: 1, Intercepts = nameof(Half), Seed = 5)]
    public partial Ensemble B { get; }

    [Node(SizeIn = 1)]
    public partial Node Relay { get; }

    [Connection(nameof(B), nameof(Relay))]
    public partial Connection BToRelay { get; }
}
