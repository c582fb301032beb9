namespace AotNeuro;

/// <summary>Declares a <see cref="Product"/> of two vectors. Goes on a partial property of that type.</summary>
/// <param name="neurons">Number of neurons per dimension, in two halves.</param>
/// <param name="dimensions">Number of dimensions.</param>
public sealed class ProductAttribute(int neurons, int dimensions) : NetworkAttribute
{
    /// <summary>Number of neurons per dimension, in two halves.</summary>
    public int Neurons { get; } = neurons;

    /// <summary>Number of dimensions.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The expected magnitude of the values. Default 1.</summary>
    public double InputMagnitude { get; set; } = 1.0;
}

/// <summary>Declares a <see cref="CircularConvolution"/> of two vectors. Goes on a partial property of that type.</summary>
/// <param name="neurons">Number of neurons per product.</param>
/// <param name="dimensions">Number of dimensions.</param>
public sealed class CircularConvolutionAttribute(int neurons, int dimensions) : NetworkAttribute
{
    /// <summary>Number of neurons per product.</summary>
    public int Neurons { get; } = neurons;

    /// <summary>Number of dimensions.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>Whether the first vector is inverted: correlation. Default false.</summary>
    public bool InvertA { get; set; }

    /// <summary>Whether the second vector is inverted: correlation. Default false.</summary>
    public bool InvertB { get; set; }

    /// <summary>The expected length of the vectors. Default 1.</summary>
    public double InputMagnitude { get; set; } = 1.0;
}

/// <summary>Declares <see cref="BasalGanglia"/>. Goes on a partial property of that type.</summary>
/// <param name="dimensions">Number of actions.</param>
public sealed class BasalGangliaAttribute(int dimensions) : NetworkAttribute
{
    /// <summary>Number of actions.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>Number of neurons of each ensemble. Default 100.</summary>
    public int NeuronsPerEnsemble { get; set; } = 100;

    /// <summary>The weight of the output. Default -3.</summary>
    public double OutputWeight { get; set; } = -3.0;

    /// <summary>A constant added to the input. Default 0.</summary>
    public double InputBias { get; set; }

    /// <summary>
    /// The synapse of excitatory connections, those from the subthalamic nucleus (the synapse of Nengo's <c>ampa_config</c>): a time constant in
    /// seconds, null for none, or the name of a static member that is a <see cref="Synapse"/>. Default 0.002.
    /// </summary>
    public object? AmpaSynapse { get; set; }

    /// <summary>
    /// The synapse of inhibitory connections, those from the striatum and the globus pallidus externus (the synapse of Nengo's
    /// <c>gaba_config</c>). Default 0.008.
    /// </summary>
    public object? GabaSynapse { get; set; }
}

/// <summary>Declares a <see cref="Thalamus"/>. Goes on a partial property of that type.</summary>
/// <param name="dimensions">Number of actions.</param>
public sealed class ThalamusAttribute(int dimensions) : NetworkAttribute
{
    /// <summary>Number of actions.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>Number of neurons of each ensemble. Default 50.</summary>
    public int NeuronsPerEnsemble { get; set; } = 50;

    /// <summary>How strongly actions inhibit each other. Default 1.</summary>
    public double MutualInhibition { get; set; } = 1.0;

    /// <summary>The threshold below which values are not represented. Default 0.</summary>
    public double Threshold { get; set; }
}

/// <summary>
/// Declares an <see cref="AssociativeMemory"/>. Goes on a partial property of that type, beside <see cref="MemoryInputAttribute"/>,
/// <see cref="MemoryOutputAttribute"/> and <see cref="MemoryDefaultAttribute"/> if need be.
/// </summary>
/// <remarks>
/// Objects are those that Nengo's methods make if they are called in this order: <c>add_wta_network</c>, <c>add_threshold_to_outputs</c>, then
/// the other inputs, the other outputs and the defaults, each in the order of their attributes.
/// </remarks>
/// <param name="items">Number of items.</param>
/// <param name="dimensions">Number of dimensions of the input vectors.</param>
/// <param name="inputVectors">The name of a static <c>double[,]</c> with one input vector per row.</param>
public sealed class AssociativeMemoryAttribute(int items, int dimensions, string inputVectors) : NetworkAttribute
{
    /// <summary>Number of items.</summary>
    public int Items { get; } = items;

    /// <summary>Number of dimensions of the input vectors.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The name of a static <c>double[,]</c> with one input vector per row.</summary>
    public string InputVectors { get; } = inputVectors;

    /// <summary>The name of a static <c>double[,]</c> with the vector that each item gives. Default the input vectors.</summary>
    public string? OutputVectors { get; set; }

    /// <summary>Number of dimensions of the output vectors. Default those of the input vectors.</summary>
    public int OutputDimensions { get; set; }

    /// <summary>Number of neurons of each item's ensemble. Default 50.</summary>
    public int Neurons { get; set; } = 50;

    /// <summary>How near an input must be to be found. Default 0.3.</summary>
    public double Threshold { get; set; } = 0.3;

    /// <summary>
    /// Factors of the input vectors: a number for all, an array with one per item, or the name of a static member that is a <c>double[]</c>.
    /// Default 1.
    /// </summary>
    public object? InputScale { get; set; }

    /// <summary>Whether there is a node <c>"Memory.Inhibit"</c> that silences the memory. Default false.</summary>
    public bool Inhibitable { get; set; }

    /// <summary>Whether items inhibit each other (Nengo's <c>add_wta_network</c>). Default false.</summary>
    public bool WinnerTakeAll { get; set; }

    /// <summary>How strongly items inhibit each other (Nengo's <c>inhibit_scale</c>). Default 1.5.</summary>
    public double WinnerTakeAllScale { get; set; } = 1.5;

    /// <summary>
    /// The synapse with which they do (Nengo's <c>inhibit_synapse</c>): a time constant in seconds, or the name of a static member that is a
    /// <see cref="Synapse"/>. Default 0.005.
    /// </summary>
    public object? WinnerTakeAllSynapse { get; set; }

    /// <summary>Whether outputs are all or nothing (Nengo's <c>add_threshold_to_outputs</c>). Default false.</summary>
    public bool ThresholdOutputs { get; set; }

    /// <summary>Number of neurons of each thresholding ensemble. Default 50.</summary>
    public int ThresholdNeurons { get; set; } = 50;

    /// <summary>How strongly thresholding ensembles are inhibited (Nengo's <c>inhibit_scale</c>). Default 10.</summary>
    public double ThresholdScale { get; set; } = 10.0;
}

/// <summary>Declares an <see cref="InputGatedMemory"/>. Goes on a partial property of that type.</summary>
/// <param name="neurons">Number of neurons per dimension.</param>
/// <param name="dimensions">Number of dimensions.</param>
public sealed class InputGatedMemoryAttribute(int neurons, int dimensions) : NetworkAttribute
{
    /// <summary>Number of neurons per dimension.</summary>
    public int Neurons { get; } = neurons;

    /// <summary>Number of dimensions.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The strength of the feedback. Default 1.</summary>
    public double Feedback { get; set; } = 1.0;

    /// <summary>The strength of the input. Default 1.</summary>
    public double DifferenceGain { get; set; } = 1.0;

    /// <summary>The time constant of the feedback in seconds. Default 0.1.</summary>
    public double RecurrentSynapse { get; set; } = 0.1;

    /// <summary>The time constant of the input in seconds. Default that of the feedback.</summary>
    public double DifferenceSynapse { get; set; }
}
