using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.Numerics;
using static AotNeuro.Numerics.PortableMath;

namespace AotNeuro;

/// <summary>The response curve that all leaky integrate-and-fire types share, from Eliasmith and Anderson (2003), chapter 4.</summary>
internal static class LIFCurve
{
    /// <summary><c>amplitude / (tau_ref + tau_rc ln(1 + 1 / (J - 1)))</c> for currents above 1, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rates(double tauRc, double tauRef, double amplitude, ReadOnlySpan<double> currents, Span<double> rates)
    {
        ref double from = ref MemoryMarshal.GetReference(currents);
        ref double to = ref MemoryMarshal.GetReference(rates[..currents.Length]);
        int i = 0;
        for (; i <= currents.Length - 4; i += 4)
        {
            Rates(tauRc, tauRef, amplitude, Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < currents.Length; i++)
        {
            rates[i] = Rates(tauRc, tauRef, amplitude, Vector256.Create(currents[i]))[0];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Rates(double tauRc, double tauRef, double amplitude, Vector256<double> currents)
    {
        Vector256<double> above = currents - Vector256.Create(1.0);
        Vector256<double> fires = Vector256.GreaterThan(above, Vector256<double>.Zero);
        Vector256<double> log = VectorMath.Log1P(Vector256.Create(1.0) / Vector256.ConditionalSelect(fires, above, Vector256.Create(1.0)));
        return Vector256.Create(amplitude) / (Vector256.Create(tauRef) + tauRc * log) & fires;
    }

    /// <summary>The curve's inverse: the current that gives the maximum rate at input 1, and current 1 at the intercept.</summary>
    public static void GainBias(
        double tauRc, double tauRef, ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
    {
        for (int i = 0; i < maxRates.Length; i++)
        {
            double x = 1.0 / (1.0 - Exp((tauRef - 1.0 / maxRates[i]) / tauRc));
            gain[i] = (1.0 - x) / (intercepts[i] - 1.0);
            bias[i] = 1.0 - gain[i] * intercepts[i];
        }
    }

    /// <summary>The other way round: intercepts where the current is 1, and the rates at input 1.</summary>
    public static void MaxRatesIntercepts(
        double tauRc, double tauRef, ReadOnlySpan<double> gain, ReadOnlySpan<double> bias, Span<double> maxRates, Span<double> intercepts)
    {
        for (int i = 0; i < gain.Length; i++)
        {
            intercepts[i] = (1.0 - bias[i]) / gain[i];
            maxRates[i] = 1.0 / (tauRef - tauRc * Log1P(1.0 / (gain[i] * (intercepts[i] - 1.0) - 1.0)));
        }
    }
}
