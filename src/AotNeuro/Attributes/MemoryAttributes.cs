namespace AotNeuro;

/// <summary>
/// Gives an <see cref="AssociativeMemoryAttribute">associative memory</see> another input with vectors of its own (Nengo's
/// <c>add_input_mapping</c>).
/// </summary>
/// <param name="name">The name of the input: <c>"Memory.Name"</c> in connections.</param>
/// <param name="dimensions">Number of dimensions of the vectors.</param>
/// <param name="vectors">The name of a static <c>double[,]</c> with the vector of each item, one per row.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class MemoryInputAttribute(string name, int dimensions, string vectors) : Attribute
{
    /// <summary>The name of the input.</summary>
    public string Name { get; } = name;

    /// <summary>Number of dimensions of the vectors.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The name of a static <c>double[,]</c> with one vector per row.</summary>
    public string Vectors { get; } = vectors;

    /// <summary>
    /// Factors of the vectors: a number for all, an array with one per item, or the name of a static member that is a <c>double[]</c>. Default 1.
    /// </summary>
    public object? Scales { get; set; }
}

/// <summary>
/// Gives an <see cref="AssociativeMemoryAttribute">associative memory</see> another output with vectors of its own (Nengo's
/// <c>add_output_mapping</c>).
/// </summary>
/// <param name="name">The name of the output: <c>"Memory.Name"</c> in connections and probes.</param>
/// <param name="dimensions">Number of dimensions of the vectors.</param>
/// <param name="vectors">The name of a static <c>double[,]</c> with the vector that each item gives, one per row.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class MemoryOutputAttribute(string name, int dimensions, string vectors) : Attribute
{
    /// <summary>The name of the output.</summary>
    public string Name { get; } = name;

    /// <summary>Number of dimensions of the vectors.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The name of a static <c>double[,]</c> with one vector per row.</summary>
    public string Vectors { get; } = vectors;
}

/// <summary>
/// Gives an output of an <see cref="AssociativeMemoryAttribute">associative memory</see> the vector that it has where no item is found (Nengo's
/// <c>add_default_output_vector</c>): an ensemble <c>"Memory.DefaultOutput"</c>, or <c>Default</c> and the name of another output, gives it
/// unless items silence it.
/// </summary>
/// <param name="vector">The name of a static <c>double[]</c>.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class MemoryDefaultAttribute(string vector) : Attribute
{
    /// <summary>The name of a static <c>double[]</c>.</summary>
    public string Vector { get; } = vector;

    /// <summary>The output: <c>"Output"</c>, or the name of a <see cref="MemoryOutputAttribute"/>. Default <c>"Output"</c>.</summary>
    public string Output { get; set; } = "Output";

    /// <summary>Number of neurons. Default 50.</summary>
    public int Neurons { get; set; } = 50;

    /// <summary>How much of an item must be found for the vector to vanish, above 0. Default 0.5.</summary>
    public double MinActivationValue { get; set; } = 0.5;
}
