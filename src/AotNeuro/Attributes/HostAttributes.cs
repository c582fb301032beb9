namespace AotNeuro;

/// <summary>
/// Declares values that the host gives, the program that steps the model: readings of sensors, a goal. Goes on a partial property of type
/// <c>Span&lt;double&gt;</c>, which is the model's own memory: what is written there is what the next step reads, and stays until it is overwritten.
/// </summary>
/// <remarks>
/// To connections it is a node without input, and it takes a node's place in the order of declaration, by which seeds are drawn. It is 0 at
/// first, after <see cref="NeuralModel.Reset"/> and after a build. The memory stays where it is as long as the model lives. A run checks it
/// before its first step: a value that is not finite is a <see cref="SimulationException"/>, and the model runs on when the host has
/// written another.
/// </remarks>
/// <param name="size">Number of values, at least 1.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class InputAttribute(int size) : Attribute
{
    /// <summary>Number of values.</summary>
    public int Size { get; } = size;
}

/// <summary>
/// Declares values that the host reads after a step: a command to a motor, a decision. Goes on a partial property of type
/// <c>ReadOnlySpan&lt;double&gt;</c>, which is the model's own memory and always holds the newest values; nothing else is stored.
/// </summary>
/// <remarks>
/// The values are those that a <see cref="ProbeAttribute">probe</see> with the same arguments records, and it takes a probe's place in the
/// order of declaration, by which seeds are drawn. They are 0 before the first step. The memory stays where it is as long as the model lives.
/// </remarks>
/// <param name="target">What is read: as of <see cref="ProbeAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class OutputAttribute(string target) : Attribute
{
    /// <summary>The object that is read.</summary>
    public string Target { get; } = target;

    /// <summary>
    /// What is read, as of <see cref="ProbeAttribute.Signal"/>. <see cref="ProbeSignal.Spikes"/> are heights of spikes and zeros, as
    /// <see cref="ProbeSignal.Output"/>.
    /// </summary>
    public string? Signal { get; set; }

    /// <inheritdoc cref="ProbeAttribute.Synapse"/>
    public object? Synapse { get; set; }

    /// <inheritdoc cref="ProbeAttribute.Solver"/>
    public string? Solver { get; set; }

    /// <summary>A seed of the output's own, instead of the one derived from the model's.</summary>
    public int Seed { get; set; }
}
