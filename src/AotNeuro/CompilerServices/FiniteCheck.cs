using AotNeuro.Numerics;

namespace AotNeuro.CompilerServices;

/// <summary>Keeps NaN and infinities that the user's functions return out of the neurons.</summary>
internal static class FiniteCheck
{
    /// <exception cref="SimulationException">A value is not finite.</exception>
    public static void Check(string name, string what, ReadOnlySpan<double> values, double time)
    {
        int bad = VectorLoops.IndexOfNonFinite(values);
        if (bad >= 0)
        {
            string place = values.Length > 1 ? $" in dimension {bad}" : "";
            throw new SimulationException(
                name, FormattableString.Invariant($"{what} returned {values[bad]}{place} at t = {time:0.######} s; it must return finite numbers."));
        }
    }
}
