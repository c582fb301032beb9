using System.Runtime.InteropServices;

namespace AotNeuro.Tests.Simulation;

/// <summary>Compares by bits: what a run recorded, and when.</summary>
internal static class Bits
{
    /// <summary>Everything that the model's probes hold, as bits, and the times of the samples.</summary>
    public static (long[] Values, double[] Times)[] Of(NeuralModel model) =>
        [.. model.Probes.Select(probe => (Of(probe.Values), probe.Times()))];

    public static long[] Of(ReadOnlySpan<double> values) => [.. MemoryMarshal.Cast<double, long>(values)];

    public static void AssertEqual((long[] Values, double[] Times)[] expected, (long[] Values, double[] Times)[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.NotEmpty(expected[i].Values);
            Assert.Equal(expected[i].Times, actual[i].Times);
            Assert.Equal(expected[i].Values, actual[i].Values);
        }
    }
}
