using AotNeuro;

/// <summary>Neurons that add up what the host writes: an integrator.</summary>
[NeuralModel(Seed = 1), NativeExport("neurallibrary")]
public partial class Model
{
    /// <summary>What is added up, per second.</summary>
    [Input(1)]
    public partial Span<double> Speed { get; }

    /// <summary>The sum, as the neurons hold it.</summary>
    [Output(nameof(Sum), Synapse = 0.01)]
    public partial ReadOnlySpan<double> Place { get; }

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble Sum { get; }

    [Connection(nameof(Speed), nameof(Sum), Synapse = 0.1, Transform = 0.1)]
    public partial Connection SpeedToSum { get; }

    [Connection(nameof(Sum), nameof(Sum), Synapse = 0.1)]
    public partial Connection SumToSum { get; }
}
