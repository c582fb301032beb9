namespace AotNeuro;

/// <summary>
/// Declares a node: something that is not neurons. On a method, the method is the node's function; on a constant, its
/// value is the output; on a static field or property of type <see cref="Process"/>, the process makes it; on a partial property of type <see cref="Node"/>, the output is the given constant, or the function
/// named, and can be replaced between runs.
/// </summary>
/// <remarks>
/// A function is any of: <c>double F(double t)</c>, <c>double F(double t, double x)</c> with one <c>double</c> per input
/// dimension, the same with a tuple of <c>double</c> as result, <c>void F(double t, Span&lt;double&gt; y)</c>,
/// <c>void F(double t, ReadOnlySpan&lt;double&gt; x, Span&lt;double&gt; y)</c> and <c>void F(double t, ReadOnlySpan&lt;double&gt; x)</c>;
/// static, or of the instance. The span forms need <see cref="SizeIn"/> and <see cref="SizeOut"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class NodeAttribute : Attribute
{
    /// <summary>A node whose output is the member itself, or, on a property with <see cref="SizeIn"/>, its input (passthrough).</summary>
    public NodeAttribute()
    {
    }

    /// <summary>A node with a constant output, one value per dimension.</summary>
    public NodeAttribute(params double[] output) => Output = output;

    /// <summary>A node whose output is computed by the method, or by the static <see cref="Process"/>, named (use <c>nameof</c>), replaceable between runs.</summary>
    public NodeAttribute(string function) => Function = function;

    /// <summary>The constant output, if any.</summary>
    public double[]? Output { get; }

    /// <summary>The name of the method that computes the output, if any.</summary>
    public string? Function { get; }

    /// <summary>Number of input dimensions; known already for functions of scalars.</summary>
    public int SizeIn { get; set; }

    /// <summary>Number of output dimensions; known already for functions that return scalars or tuples, and for constants.</summary>
    public int SizeOut { get; set; }
}
