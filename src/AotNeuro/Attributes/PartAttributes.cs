namespace AotNeuro;

/// <summary>
/// Makes another model a part of this one (Nengo's subnetwork). Goes on a partial property whose type is a class with
/// <see cref="NeuralModelAttribute"/>. Connections and probes name its objects by paths: <c>"Part.A"</c>. Seeds are Nengo's.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class PartAttribute : Attribute
{
    /// <summary>A seed of the part's own, instead of its class's, or of the one derived from the model's.</summary>
    public int Seed { get; set; }
}

/// <summary>The base of the attributes that make a network of the library a part of a model.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public abstract class NetworkAttribute : Attribute
{
    /// <summary>A seed of the network's own, instead of the one derived from the model's.</summary>
    public int Seed { get; set; }
}

/// <summary>
/// Declares an array of ensembles of one shape. Goes on a partial property of type <see cref="EnsembleArray"/>, beside the attribute of a neuron
/// type if need be. Its nodes are <c>"Array.Input"</c> and <c>"Array.Output"</c>, and one per <see cref="ArrayOutputAttribute"/>.
/// </summary>
/// <param name="neurons">Number of neurons of each ensemble.</param>
/// <param name="ensembles">Number of ensembles.</param>
public sealed class EnsembleArrayAttribute(int neurons, int ensembles) : NetworkAttribute
{
    /// <summary>Number of neurons of each ensemble.</summary>
    public int Neurons { get; } = neurons;

    /// <summary>Number of ensembles.</summary>
    public int Ensembles { get; } = ensembles;

    /// <summary>Number of dimensions of each ensemble. Default 1.</summary>
    public int EnsembleDimensions { get; set; } = 1;

    /// <inheritdoc cref="EnsembleAttribute.Radius"/>
    public double Radius { get; set; } = 1.0;

    /// <inheritdoc cref="EnsembleAttribute.MaxRates"/>
    public object? MaxRates { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.Intercepts"/>
    public object? Intercepts { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.Encoders"/>
    public object? Encoders { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.EvalPoints"/>
    public object? EvalPoints { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.EvalPointCount"/>
    public int EvalPointCount { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.NormalizeEncoders"/>
    public bool NormalizeEncoders { get; set; } = true;

    /// <summary>Whether there is a node <c>"Array.NeuronInput"</c> that adds to the currents of all neurons. Default false.</summary>
    public bool NeuronInput { get; set; }

    /// <summary>Whether there is a node <c>"Array.NeuronOutput"</c> with the output of all neurons. Default false.</summary>
    public bool NeuronOutput { get; set; }
}

/// <summary>Gives an <see cref="EnsembleArrayAttribute">array</see> another output, which decodes a function of each of its ensembles.</summary>
/// <param name="name">The name of the output: <c>"Array.Name"</c> in connections and probes.</param>
/// <param name="function">The function, by <c>nameof</c>: it takes the dimensions of one ensemble.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ArrayOutputAttribute(string name, string function) : Attribute
{
    /// <summary>The name of the output.</summary>
    public string Name { get; } = name;

    /// <summary>The function.</summary>
    public string Function { get; } = function;

    /// <summary>Number of values that a function of span form gives for each ensemble. Default 1.</summary>
    public int Size { get; set; } = 1;

    /// <summary>The synapse between ensembles and output. Default none.</summary>
    public object? Synapse { get; set; }

    /// <summary>The name of a static member that is a <see cref="AotNeuro.Solver"/>.</summary>
    public string? Solver { get; set; }
}
