namespace AotNeuro;

/// <summary>Declares a probe: it records a signal while the model runs. Goes on a partial property of type <see cref="Probe"/>.</summary>
/// <param name="target">The node, ensemble or connection that is probed, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ProbeAttribute(string target) : Attribute
{
    /// <summary>The object that is probed.</summary>
    public string Target { get; } = target;

    /// <summary>
    /// What is recorded: a constant of <see cref="ProbeSignal"/>, or the name of a state of the ensemble's neuron type.
    /// Default the decoded output of an ensemble, the output of a node or connection.
    /// </summary>
    public string? Signal { get; set; }

    /// <summary>
    /// The synapse that filters the record: a number is the time constant of a <see cref="Lowpass"/> in seconds,
    /// <see langword="null"/> is none. Default none.
    /// </summary>
    public object? Synapse { get; set; }

    /// <summary>Seconds between two samples. Default every step.</summary>
    public double SampleEvery { get; set; }

    /// <summary>Keeps the latest samples only, this many, in memory that is taken once. Default 0: keeps all.</summary>
    public int KeepLast { get; set; }

    /// <summary>The name of a static member that is a <see cref="AotNeuro.Solver"/>, for decoded probes. Default <c>new LstsqL2(0.1)</c>.</summary>
    public string? Solver { get; set; }

    /// <summary>A seed of the probe's own, instead of the one derived from the model's.</summary>
    public int Seed { get; set; }
}

/// <summary>What a probe can record, beside the states of a neuron type, which are probed by their names.</summary>
public static class ProbeSignal
{
    /// <summary>The value decoded from an ensemble's neurons (its default).</summary>
    public const string Decoded = "Decoded";

    /// <summary>The vector that arrives at an ensemble or node.</summary>
    public const string Input = "Input";

    /// <summary>The output of a node or connection (their default), or of an ensemble's neurons.</summary>
    public const string Output = "Output";

    /// <summary>The spikes of an ensemble's neurons.</summary>
    public const string Spikes = "Spikes";

    /// <summary>The input current of an ensemble's neurons, bias included (Nengo: the neurons' "input").</summary>
    public const string Current = "Current";

    /// <summary>The membrane potential, of the neuron types that have one.</summary>
    public const string Voltage = "Voltage";

    /// <summary>The recovery variable of <see cref="Izhikevich"/>.</summary>
    public const string Recovery = "Recovery";

    /// <summary>Seconds until a <see cref="LIF"/> or <see cref="AdaptiveLIF"/> neuron leaves its refractory period; negative after that.</summary>
    public const string RefractoryTime = "RefractoryTime";

    /// <summary>What is subtracted from the current of <see cref="AdaptiveLIF"/> and <see cref="AdaptiveLIFRate"/> neurons.</summary>
    public const string Adaptation = "Adaptation";

    /// <summary>The rates that <see cref="RegularSpiking"/>, <see cref="StochasticSpiking"/> or <see cref="PoissonSpiking"/> make spikes of.</summary>
    public const string RateOut = "RateOut";
}
