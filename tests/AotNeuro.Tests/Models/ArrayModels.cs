namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>ensemble_array</c>.</summary>
[NeuralModel(Seed = 18)]
public partial class EnsembleArrayModel
{
    [EnsembleArray(neurons: 40, ensembles: 3), ArrayOutput("Sq", nameof(Square))]
    public partial EnsembleArray Array { get; }

    [Connection(nameof(Stimulus), "Array.Input")]
    public partial Connection StimulusToArray { get; }

    [Probe("Array.Output", Synapse = 0.01)]
    public partial Probe Output { get; }

    [Probe("Array.Sq", Synapse = 0.01)]
    public partial Probe Sq { get; }

    [Node]
    private static (double, double, double) Stimulus(double t) => (NumPySine.Sin(6.0 * t), NumPySine.Cos(6.0 * t), 0.5);

    private static double Square(double x) => x * x;
}

/// <summary>The reference model <c>product_network</c>.</summary>
[NeuralModel(Seed = 19)]
public partial class ProductModel
{
    [Product(neurons: 60, dimensions: 2)]
    public partial Product Product { get; }

    [Node(0.5, -0.7)]
    public partial Node B { get; }

    [Connection(nameof(A), "Product.InputA")]
    public partial Connection AToProduct { get; }

    [Connection(nameof(B), "Product.InputB")]
    public partial Connection BToProduct { get; }

    [Probe("Product.Output", Synapse = 0.02)]
    public partial Probe Out { get; }

    [Node]
    private static (double, double) A(double t) => (NumPySine.Sin(6.0 * t), NumPySine.Cos(6.0 * t));
}

/// <summary>The reference model <c>circular_convolution</c>; its two vectors are what the probes of the file hold.</summary>
[NeuralModel(Seed = 20)]
public partial class CircularConvolutionModel
{
    [CircularConvolution(neurons: 50, dimensions: 8)]
    public partial CircularConvolution Convolution { get; }

    [Node(0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0)]
    public partial Node A { get; }

    [Node(0, 0.6, 0, 0.8, 0, 0, 0, 0)]
    public partial Node B { get; }

    [Connection(nameof(A), "Convolution.InputA")]
    public partial Connection AToConvolution { get; }

    [Connection(nameof(B), "Convolution.InputB")]
    public partial Connection BToConvolution { get; }

    [Probe("Convolution.Output", Synapse = 0.02)]
    public partial Probe Out { get; }

    [Probe(nameof(A), SampleEvery = 0.3)]
    public partial Probe AProbe { get; }

    [Probe(nameof(B), SampleEvery = 0.3)]
    public partial Probe BProbe { get; }
}

/// <summary>The reference model <c>basal_ganglia_thalamus</c>.</summary>
[NeuralModel(Seed = 21)]
public partial class BasalGangliaModel
{
    [BasalGanglia(dimensions: 3)]
    public partial BasalGanglia BasalGanglia { get; }

    [Thalamus(dimensions: 3)]
    public partial Thalamus Thalamus { get; }

    [Connection(nameof(Utilities), "BasalGanglia.Input")]
    public partial Connection UtilitiesToBasalGanglia { get; }

    [Connection("BasalGanglia.Output", "Thalamus.Input")]
    public partial Connection BasalGangliaToThalamus { get; }

    [Probe("BasalGanglia.Output", Synapse = 0.01)]
    public partial Probe Bg { get; }

    [Probe("Thalamus.Output", Synapse = 0.01)]
    public partial Probe Th { get; }

    [Node]
    private static (double, double, double) Utilities(double t) => t < 0.15 ? (0.8, 0.5, 0.3) : (0.3, 0.5, 0.8);
}

/// <summary>The reference model <c>associative_memory</c>.</summary>
[NeuralModel(Seed = 23)]
public partial class AssociativeMemoryModel
{
    private static readonly double[,] Vectors = { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 } };

    [AssociativeMemory(items: 3, dimensions: 4, nameof(Vectors), Neurons = 40, ThresholdOutputs = true)]
    public partial AssociativeMemory Recall { get; }

    [Node(1, 0, 0, 0)]
    public partial Node Cue { get; }

    [Connection(nameof(Cue), "Recall.Input")]
    public partial Connection CueToMemory { get; }

    [Probe("Recall.Output", Synapse = 0.02)]
    public partial Probe Out { get; }
}

/// <summary>The reference model <c>input_gated_memory</c>.</summary>
[NeuralModel(Seed = 24)]
public partial class InputGatedMemoryModel
{
    [InputGatedMemory(neurons: 60, dimensions: 1)]
    public partial InputGatedMemory Recall { get; }

    [Node(0.5)]
    public partial Node Value { get; }

    [Connection(nameof(Value), "Recall.Input")]
    public partial Connection ValueToMemory { get; }

    [Connection(nameof(Gate), "Recall.Gate")]
    public partial Connection GateToMemory { get; }

    [Probe("Recall.Output", Synapse = 0.02)]
    public partial Probe Out { get; }

    [Node]
    private static double Gate(double t) => t > 0.2 ? 1.0 : 0.0;
}
