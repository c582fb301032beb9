namespace AotNeuro;

/// <summary>
/// Marks a partial class as a neural model (Nengo's <c>Network</c>). The generator completes the class: it derives
/// from <see cref="NeuralModel"/>, its partial properties become handles, and its step becomes compiled code.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeuralModelAttribute : Attribute
{
    /// <summary>
    /// The seed from which every object of the model takes its own, exactly as Nengo derives them
    /// (0 to 2^31 - 1). Without one, each instance draws a random seed.
    /// </summary>
    public int Seed { get; set; }

    /// <summary>Length of a step in seconds. Default 0.001, as in Nengo.</summary>
    public double Dt { get; set; } = 0.001;

    /// <summary>
    /// What neurons step in. Default <see cref="Precision.Double"/>. Ensembles whose encoders a learning rule reads or changes (Voja, and PES onto
    /// neurons) step in doubles in any case. A part steps in the precision of the whole.
    /// </summary>
    public Precision Precision { get; set; }

    /// <summary>
    /// Whether the neurons' products and sums may be rounded otherwise than Nengo's: as one operation where the processor has it (fused multiply-add), and
    /// with constant factors multiplied beforehand. Default false. Results then depend on the instruction set in the last digit, and single spikes move, as
    /// with another run of the same noise; builds stay as they are. A part steps as the whole does.
    /// </summary>
    public bool FastMath { get; set; }
}

/// <summary>
/// Makes a partial <c>double</c> property a parameter that can vary without recompiling: setting it
/// rebuilds what depends on it (gain, bias, decoders) and rewinds time to 0, as a new <c>nengo.Simulator</c> would.
/// Several of these attributes on one property make it set several objects at once.
/// </summary>
/// <param name="target">The ensemble, by <c>nameof</c>.</param>
/// <param name="parameter">
/// The parameter of the ensemble's neuron type, by <c>nameof</c>, for example <c>nameof(Izhikevich.ResetVoltage)</c>.
/// </param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class TunableAttribute(string target, string parameter) : Attribute
{
    /// <summary>The ensemble whose parameter is set.</summary>
    public string Target { get; } = target;

    /// <summary>The parameter's name.</summary>
    public string Parameter { get; } = parameter;
}
