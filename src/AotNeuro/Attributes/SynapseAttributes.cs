namespace AotNeuro;

/// <summary>The base of the attributes that give a connection or probe its synapse, beside <c>[Connection]</c> or <c>[Probe]</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public abstract class SynapseAttribute : Attribute;

/// <inheritdoc cref="Lowpass"/>
/// <param name="tau">Time constant in seconds.</param>
public sealed class LowpassAttribute(double tau) : SynapseAttribute
{
    /// <summary>Time constant in seconds.</summary>
    public double Tau { get; } = tau;
}

/// <inheritdoc cref="Alpha"/>
/// <param name="tau">Time constant in seconds.</param>
public sealed class AlphaAttribute(double tau) : SynapseAttribute
{
    /// <summary>Time constant in seconds.</summary>
    public double Tau { get; } = tau;
}

/// <inheritdoc cref="Triangle"/>
/// <param name="duration">Length of the triangle in seconds.</param>
public sealed class TriangleAttribute(double duration) : SynapseAttribute
{
    /// <summary>Length of the triangle in seconds.</summary>
    public double Duration { get; } = duration;
}

/// <inheritdoc cref="LinearFilter"/>
/// <param name="numerator">Coefficients of the numerator, highest power first.</param>
/// <param name="denominator">Coefficients of the denominator, highest power first.</param>
/// <param name="analog">Whether they are powers of s (continuous time) rather than of z.</param>
/// <param name="method">How a continuous-time filter is discretised.</param>
public sealed class LinearFilterAttribute(
    double[] numerator, double[] denominator, bool analog = true, Discretization method = Discretization.Zoh) : SynapseAttribute
{
    /// <summary>Coefficients of the numerator.</summary>
    public double[] Numerator { get; } = numerator;

    /// <summary>Coefficients of the denominator.</summary>
    public double[] Denominator { get; } = denominator;

    /// <summary>Whether the coefficients are those of continuous time.</summary>
    public bool Analog { get; } = analog;

    /// <summary>How a continuous-time filter is discretised.</summary>
    public Discretization Method { get; } = method;
}
