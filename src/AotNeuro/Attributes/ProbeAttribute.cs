namespace AotNeuro;

/// <summary>Declares a probe: it records a signal while the model runs. Goes on a partial property of type <see cref="Probe"/>.</summary>
/// <param name="target">
/// What is probed: a node, an ensemble or a connection by <c>nameof</c>, an ensemble's neurons as <c>"A.Neurons"</c>, or a learning rule of
/// a connection as <c>"C.PES"</c>; with a slice for some of the values, as <c>"A.Neurons[..10]"</c>.
/// </param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ProbeAttribute(string target) : Attribute
{
    /// <summary>The object that is probed.</summary>
    public string Target { get; } = target;

    /// <summary>
    /// What is recorded: a constant of <see cref="ProbeSignal"/>, or the name of a state of the ensemble's neuron type.
    /// Default the decoded output of an ensemble, the output of a node or connection, of a learning rule what Nengo's has first: the error of
    /// PES, the threshold of BCM, the filtered activities of the others. A connection's only rule is probed by the connection's name too.
    /// </summary>
    public string? Signal { get; set; }

    /// <summary>
    /// The synapse that filters the record: a number is the time constant of a <see cref="Lowpass"/> in seconds,
    /// <see langword="null"/> is none. Others as for a <see cref="ConnectionAttribute.Synapse">connection</see>. Default none.
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

    /// <summary>The weights of a connection that learns, <c>[target size, source size]</c> row after row.</summary>
    public const string Weights = "Weights";

    /// <summary>The encoders of an ensemble that learns them, times gain over radius, <c>[neurons, dimensions]</c> row after row.</summary>
    public const string ScaledEncoders = "ScaledEncoders";

    /// <summary>What a connection's learning rule is told: the error, or Voja's learning signal.</summary>
    public const string Error = "Error";

    /// <summary>The filtered activities that <see cref="PESAttribute">PES</see> learns from.</summary>
    public const string Activities = "Activities";

    /// <summary>The filtered activities of the source's neurons that a learning rule learns from.</summary>
    public const string PreFiltered = "PreFiltered";

    /// <summary>The filtered activities of the target's neurons that a learning rule learns from.</summary>
    public const string PostFiltered = "PostFiltered";

    /// <summary>The threshold of <see cref="BCMAttribute">BCM</see>.</summary>
    public const string Theta = "Theta";

    /// <summary>What a learning rule adds to weights or encoders after the step.</summary>
    public const string Delta = "Delta";

    /// <summary>The inverse correlations that <see cref="RLSAttribute">RLS</see> keeps.</summary>
    public const string InvGamma = "InvGamma";

    /// <summary>Seconds until a <see cref="LIF"/> or <see cref="AdaptiveLIF"/> neuron leaves its refractory period; negative after that.</summary>
    public const string RefractoryTime = "RefractoryTime";

    /// <summary>What is subtracted from the current of <see cref="AdaptiveLIF"/> and <see cref="AdaptiveLIFRate"/> neurons.</summary>
    public const string Adaptation = "Adaptation";

    /// <summary>The rates that <see cref="RegularSpiking"/>, <see cref="StochasticSpiking"/> or <see cref="PoissonSpiking"/> make spikes of.</summary>
    public const string RateOut = "RateOut";
}
