namespace AotNeuro;

/// <summary>
/// Declares an ensemble: neurons that together represent a vector. Goes on a partial property of type
/// <see cref="Ensemble"/>, beside the attribute of a neuron type (<see cref="LIFAttribute">LIF</see> if there is none).
/// </summary>
/// <param name="neurons">Number of neurons, at least 1.</param>
/// <param name="dimensions">Number of dimensions of the represented vector, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class EnsembleAttribute(int neurons, int dimensions) : Attribute
{
    /// <summary>Number of neurons.</summary>
    public int Neurons { get; } = neurons;

    /// <summary>Number of dimensions of the represented vector.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The radius of the hypersphere that is represented well. Default 1.</summary>
    public double Radius { get; set; } = 1.0;

    /// <summary>A seed of the ensemble's own (0 to 2^31 - 1), instead of the one derived from the model's.</summary>
    public int Seed { get; set; }

    /// <summary>
    /// Maximum firing rates in Hz: a number for all, an array with one per neuron, or the name of a static member that
    /// is an array or a <see cref="Distribution"/>. Default <c>Uniform(200, 400)</c>.
    /// </summary>
    public object? MaxRates { get; set; }

    /// <summary>
    /// Where along its encoder each neuron starts to fire, in units of the radius: a number, an array, or the name of
    /// a static member that is an array or a <see cref="Distribution"/>. Default <c>Uniform(-1, 0.9)</c>.
    /// </summary>
    public object? Intercepts { get; set; }

    /// <summary>
    /// Encoders: an array <c>[neurons * dimensions]</c>, row by row, or the name of a static member that is a
    /// <c>double[,]</c> or a <see cref="Distribution"/>. Default points scattered over the unit sphere.
    /// </summary>
    public object? Encoders { get; set; }

    /// <summary>
    /// Points at which decoders are solved: the name of a static member that is a <c>double[,]</c> or a
    /// <see cref="Distribution"/>. Default points scattered in the unit ball, times the radius.
    /// </summary>
    public object? EvalPoints { get; set; }

    /// <summary>
    /// Gains, with <see cref="Bias"/>, in place of maximum rates and intercepts: a number, an array, or the name of a static member that
    /// is an array or a <see cref="Distribution"/>.
    /// </summary>
    public object? Gain { get; set; }

    /// <summary>Biases: input currents of the neurons at an input of 0. Given with <see cref="Gain"/>, or not at all.</summary>
    public object? Bias { get; set; }

    /// <summary>The name of a static member that is a <see cref="Process"/>: noise that is added to the input current of each neuron.</summary>
    public string? Noise { get; set; }

    /// <summary>Number of evaluation points. Default <c>max(clip(500 dimensions, 750, 2500), 2 neurons)</c>.</summary>
    public int EvalPointCount { get; set; }

    /// <summary>Whether encoders are scaled to unit length. Default true.</summary>
    public bool NormalizeEncoders { get; set; } = true;
}
