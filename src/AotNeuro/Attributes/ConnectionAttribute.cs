namespace AotNeuro;

/// <summary>
/// Declares a connection from one object to another. On a partial property of type <see cref="Connection"/> it carries the
/// source's value (or that of <see cref="Function"/>); on a method, the method is the function that the connection decodes.
/// </summary>
/// <param name="source">The node or ensemble that the connection starts from, by <c>nameof</c>.</param>
/// <param name="target">The node or ensemble that it ends at, by <c>nameof</c>.</param>
/// <remarks>
/// A function is any of: <c>double F(double x)</c> with one <c>double</c> per dimension of the source, the same with a
/// tuple of <c>double</c> as result, and <c>void F(ReadOnlySpan&lt;double&gt; x, Span&lt;double&gt; y)</c> with
/// <see cref="SizeMid"/>; static, or of the instance.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class ConnectionAttribute(string source, string target) : Attribute
{
    /// <summary>The object that the connection starts from.</summary>
    public string Source { get; } = source;

    /// <summary>The object that the connection ends at.</summary>
    public string Target { get; } = target;

    /// <summary>The function that is computed, by <c>nameof</c>; for connections declared on a property.</summary>
    public string? Function { get; set; }

    /// <summary>Number of dimensions that the function returns; needed for functions of span form only. Default the target's size.</summary>
    public int SizeMid { get; set; }

    /// <summary>
    /// The synapse: a number is the time constant of a <see cref="Lowpass"/> in seconds, <see langword="null"/> is none: the value
    /// passes within the step. A time constant of 0 delays by one step. Default 0.005.
    /// </summary>
    public object? Synapse { get; set; } = 0.005;

    /// <summary>
    /// The linear transform: a number, an array (the diagonal), or the name of a static member that is a <c>double[,]</c>
    /// of shape <c>[target size, function size]</c>. Default 1.
    /// </summary>
    public object? Transform { get; set; }

    /// <summary>The name of a static member that is a <see cref="AotNeuro.Solver"/>. Default <c>new LstsqL2(0.1)</c>.</summary>
    public string? Solver { get; set; }

    /// <summary>A seed of the connection's own, instead of the one derived from the model's.</summary>
    public int Seed { get; set; }
}
