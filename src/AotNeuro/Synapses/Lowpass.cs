using static AotNeuro.Numerics.PortableMath;

namespace AotNeuro;

/// <summary>The exponential synapse, <c>1 / (tau s + 1)</c>.</summary>
public static class Lowpass
{
    /// <summary>
    /// The filter at a step: <c>y = decay y + gain x</c>, by zero-order hold. A tau of at most 0.03 dt is a pure gain of 1, as in Nengo.
    /// </summary>
    /// <param name="tau">Time constant in seconds, not negative.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    public static (double Decay, double Gain) Discretize(double tau, double dt) =>
        tau <= 0.03 * dt ? (0.0, 1.0) : (Exp(-dt / tau), -Expm1(-dt / tau));
}
