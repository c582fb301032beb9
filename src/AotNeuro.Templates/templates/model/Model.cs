using AotNeuro;

namespace NeuralProgram;

/// <summary>A hundred spiking neurons hold the square of a wave.</summary>
[NeuralModel(Seed = 0)]
partial class Model
{
    [Node]
    static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble Wave { get; }

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble Square { get; }

    [Connection(nameof(Stimulus), nameof(Wave))]
    partial Connection StimulusToWave { get; }

    [Connection(nameof(Wave), nameof(Square))]
    static double Squared(double x) => x * x;

    [Probe(nameof(Square), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Probe(nameof(Wave), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }
}
