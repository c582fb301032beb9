using System.Globalization;
using System.Text;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>The alpha synapse, <c>1 / (tau s + 1)^2</c>: its response to an impulse is <c>t exp(-t / tau) / tau^2</c>.</summary>
/// <remarks>Mainen and Sejnowski, Science 268 (1995), found it a good basic model of synapses.</remarks>
public sealed record Alpha : LinearFilter
{
    /// <summary>Makes the synapse.</summary>
    /// <param name="tau">Time constant in seconds, 0 or more; 0 only delays.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tau"/> is negative or not finite.</exception>
    public Alpha(double tau)
        : base([1.0], [NotNegative(tau) * tau, 2.0 * tau, 1.0]) => Tau = tau;

    /// <summary>Time constant in seconds.</summary>
    public double Tau { get; }

    /// <summary>
    /// Makes a filter at rest. For a tau of at most 0.03 dt it is a pure gain of 1, which is within 1.2e-13 of the exact one.
    /// </summary>
    /// <inheritdoc/>
    public override SynapseFilter MakeFilter(int size, double dt) =>
        Tau <= 0.03 * Arguments.Positive(dt) ? new GainFilter(size, 1.0) : base.MakeFilter(size, dt);

    /// <summary>Writes what the record holds.</summary>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(Tau)} = {Tau}");
        return true;
    }
}
