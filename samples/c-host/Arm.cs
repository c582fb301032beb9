using AotNeuro;

/// <summary>An arm's place, held by neurons: the host says how fast it should move, and by how much what is held should fade.</summary>
[NeuralModel(Seed = 7), NativeExport("arm")]
public partial class Arm
{
    /// <summary>Speed along both axes, in units per second.</summary>
    [Input(2)]
    public partial Span<double> Velocity { get; }

    /// <summary>0 holds the place, 1 forgets it in about a tenth of a second.</summary>
    [Input(1)]
    public partial Span<double> Release { get; }

    /// <summary>Where the neurons think the arm is.</summary>
    [Output("Place[..2]", Synapse = 0.02)]
    public partial ReadOnlySpan<double> Position { get; }

    [Ensemble(neurons: 200, dimensions: 3)]
    public partial Ensemble Place { get; }

    [Connection(nameof(Velocity), "Place[..2]", Synapse = 0.1, Transform = 0.1)]
    public partial Connection Move { get; }

    [Connection(nameof(Release), "Place[2]", Synapse = 0.02)]
    public partial Connection LetGo { get; }

    [Connection(nameof(Place), "Place[..2]", Synapse = 0.1)]
    static (double, double) Hold(double x, double y, double release) => (x * (1 - release), y * (1 - release));

    [Probe(nameof(Place), Signal = ProbeSignal.Spikes, KeepLast = 1000)]
    public partial Probe Spikes { get; }
}
