namespace AotNeuro.CompilerServices;

/// <summary>Keeps NaN and infinities that the user's functions return out of the neurons.</summary>
internal static class FiniteCheck
{
    /// <exception cref="SimulationException">A value is not finite.</exception>
    public static void Check(string name, string what, ReadOnlySpan<double> values, double time)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                string place = values.Length > 1 ? $" in dimension {i}" : "";
                throw new SimulationException(
                    name, FormattableString.Invariant($"{what} returned {values[i]}{place} at t = {time:0.######} s; it must return finite numbers."));
            }
        }
    }
}
