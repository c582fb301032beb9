using System.Globalization;
using System.Text;
using AotNeuro.CompilerServices;
using static AotNeuro.Numerics.PortableMath;

namespace AotNeuro;

/// <summary>The exponential synapse, <c>1 / (tau s + 1)</c>: its response to an impulse is <c>exp(-t / tau) / tau</c>.</summary>
public sealed record Lowpass : LinearFilter
{
    /// <summary>Makes the synapse.</summary>
    /// <param name="tau">Time constant in seconds, 0 or more; 0 only delays.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tau"/> is negative or not finite.</exception>
    public Lowpass(double tau)
        : base([1.0], [NotNegative(tau), 1.0]) => Tau = tau;

    /// <summary>Time constant in seconds.</summary>
    public double Tau { get; }

    /// <summary>
    /// The filter at a step: <c>y = decay y + gain x</c>, by zero-order hold. A tau of at most 0.03 dt is a pure gain of 1, as
    /// in Nengo.
    /// </summary>
    /// <param name="tau">Time constant in seconds, not negative.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    public static (double Decay, double Gain) Discretize(double tau, double dt) =>
        tau <= 0.03 * dt ? (0.0, 1.0) : (Exp(-dt / tau), -Expm1(-dt / tau));

    /// <inheritdoc/>
    public override SynapseFilter MakeFilter(int size, double dt)
    {
        (double decay, double gain) = Discretize(Tau, Arguments.Positive(dt));
        return decay == 0.0 ? new GainFilter(size, gain) : new OneStateFilter(size, decay, gain);
    }

    /// <summary>Writes what the record holds.</summary>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(Tau)} = {Tau}");
        return true;
    }
}
