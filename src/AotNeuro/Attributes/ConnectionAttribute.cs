namespace AotNeuro;

/// <summary>
/// Declares a connection from one object to another. On a partial property of type <see cref="Connection"/> it carries the
/// source's value (or that of <see cref="Function"/>); on a method, the method is the function that the connection decodes.
/// </summary>
/// <param name="source">
/// What the connection starts from: a node or an ensemble by <c>nameof</c>, <c>"A.Neurons"</c> for an ensemble's neurons, with a slice for
/// some of the dimensions or neurons: <c>nameof(A) + "[0]"</c>, <c>"A[..2]"</c>, <c>"A[^1]"</c>, <c>"A.Neurons[..15]"</c>, <c>"A[2, 0, 1]"</c>.
/// </param>
/// <param name="target">
/// What it ends at, written alike; or a learning rule of another connection, which takes the value as its error: <c>"C.PES"</c>, or
/// <c>nameof(C)</c> where one rule of C takes any.
/// </param>
/// <remarks>
/// A function is any of: <c>double F(double x)</c> with one <c>double</c> per dimension of the source, the same with a
/// tuple of <c>double</c> as result, and <c>void F(ReadOnlySpan&lt;double&gt; x, Span&lt;double&gt; y)</c> with
/// <see cref="SizeMid"/>; static, or of the instance.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class ConnectionAttribute(string source, string target) : Attribute
{
    /// <summary>What the connection starts from.</summary>
    public string Source { get; } = source;

    /// <summary>What the connection ends at.</summary>
    public string Target { get; } = target;

    /// <summary>
    /// The function that is computed, by <c>nameof</c>, for connections declared on a property: a method, or a static <c>double[,]</c>
    /// with the function's value at each of the <see cref="EvalPoints"/>, one row per point.
    /// </summary>
    public string? Function { get; set; }

    /// <summary>Number of dimensions that the function returns; needed for functions of span form only. Default the target's size.</summary>
    public int SizeMid { get; set; }

    /// <summary>
    /// The synapse: a number is the time constant of a <see cref="Lowpass"/> in seconds, <see langword="null"/> is none: the value
    /// passes within the step. A time constant of 0 delays by one step. Other synapses are attributes beside this one
    /// (<see cref="AlphaAttribute"/>, ...) or a static member of type <see cref="AotNeuro.Synapse"/>, by <c>nameof</c>. Default 0.005.
    /// </summary>
    public object? Synapse { get; set; } = 0.005;

    /// <summary>
    /// The linear transform: a number, an array (the diagonal), or the name of a static member that is a <c>double[,]</c>
    /// of shape <c>[target size, function size]</c>, a <see cref="Distribution"/> to draw such a matrix from, or, for connections that decode
    /// nothing, a <see cref="AotNeuro.Transform"/> (sparse, convolution). Default 1.
    /// </summary>
    public object? Transform { get; set; }

    /// <summary>The name of a static member that is a <see cref="AotNeuro.Solver"/>. Default <c>new LstsqL2(0.1)</c>.</summary>
    public string? Solver { get; set; }

    /// <summary>
    /// Whether a matrix of weights from neurons to neurons takes the place of decoders and encoders (Nengo's solver argument
    /// <c>weights</c>). Default false.
    /// </summary>
    public bool Weights { get; set; }

    /// <summary>
    /// Points at which the decoders of this connection are solved, in place of the source's: the name of a static member that is a
    /// <c>double[,]</c>, one row per point, or a <see cref="Distribution"/>.
    /// </summary>
    public string? EvalPoints { get; set; }

    /// <summary>Whether <see cref="EvalPoints"/> are in units of the source's radius. Default true.</summary>
    public bool ScaleEvalPoints { get; set; } = true;

    /// <summary>A seed of the connection's own, instead of the one derived from the model's.</summary>
    public int Seed { get; set; }
}
