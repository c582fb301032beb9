namespace AotNeuro.Tests.Simulation;

/// <summary>Everything that is cut into pieces: an ensemble that decodes in its loop, one that decodes from a list, arrays in both forms, a matrix.</summary>
[NeuralModel(Seed = 4)]
public partial class LargeShared
{
    private static readonly Distribution Weights = new Gaussian(0.0, 0.05);

    [Node(SizeOut = 200)]
    private static void Stimulus(double t, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Sin(3.0 * t + i);
        }
    }

    [Node(SizeIn = 200)]
    public partial Node Mixed { get; }

    [Ensemble(neurons: 9000, dimensions: 2, EvalPointCount = 40)]
    public partial Ensemble Few { get; }

    [Ensemble(neurons: 7003, dimensions: 6, EvalPointCount = 40), Izhikevich]
    public partial Ensemble Many { get; }

    [Ensemble(neurons: 5000, dimensions: 5, EvalPointCount = 40), LIFRate]
    public partial Ensemble Rates { get; }

    [EnsembleArray(neurons: 50, ensembles: 200, EvalPointCount = 40)]
    public partial EnsembleArray Array { get; }

    [Connection(nameof(Stimulus), nameof(Mixed), Transform = nameof(Weights), Synapse = null)]
    public partial Connection StimulusToMixed { get; }

    [Connection("Mixed[..2]", nameof(Few))]
    public partial Connection MixedToFew { get; }

    [Connection("Mixed[..6]", nameof(Many))]
    public partial Connection MixedToMany { get; }

    [Connection("Mixed[..5]", nameof(Rates))]
    public partial Connection MixedToRates { get; }

    [Connection(nameof(Mixed), "Array.Input")]
    public partial Connection MixedToArray { get; }

    [Connection(nameof(Few), nameof(Few), Synapse = 0.1)]
    public partial Connection Recurrent { get; }

    [Probe(nameof(Few))]
    public partial Probe FewDecoded { get; }

    [Probe(nameof(Many))]
    public partial Probe ManyDecoded { get; }

    [Probe(nameof(Rates))]
    public partial Probe RatesDecoded { get; }

    [Probe("Array.Output")]
    public partial Probe ArrayDecoded { get; }

    [Probe(nameof(Many), Signal = ProbeSignal.Spikes, KeepLast = 20)]
    public partial Probe ManySpikes { get; }
}

/// <summary>The same in single precision.</summary>
[NeuralModel(Seed = 4, Precision = Precision.Single)]
public partial class LargeSharedSingle
{
    [Part]
    public partial LargeShared Model { get; }
}
