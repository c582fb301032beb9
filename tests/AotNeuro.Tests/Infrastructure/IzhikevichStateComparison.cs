namespace AotNeuro.Tests;

/// <summary>
/// The one exception to <see cref="ReferenceComparison.Values"/>: voltage and recovery of Izhikevich cells. Their Euler step at
/// 1 ms is chaotic below threshold, so silent, inhibited cells drift apart from rounding alone, in Nengo against itself too.
/// </summary>
internal static class IzhikevichStateComparison
{
    /// <summary>The part of all samples that may be off.</summary>
    public const double AllowedPart = 0.05;

    /// <summary>Before this step (from 0) rounding has had no time to grow.</summary>
    public const int FirstStepOff = 30;

    /// <summary>A cell that is never silent for so many steps is reset by its spikes before it can drift.</summary>
    public const int SilentSteps = 100;

    /// <summary>Fails unless at most 5 % of the samples are off, none of them early or in a cell that keeps spiking.</summary>
    /// <param name="what">The probe's name, for the message.</param>
    /// <param name="actual">Our samples, <c>[samples, neurons]</c>.</param>
    /// <param name="expected">Nengo's samples.</param>
    /// <param name="spikes">All spikes of the same cells.</param>
    /// <param name="sampleEverySteps">Steps from one sample to the next.</param>
    /// <returns>The part of the samples that is off by more than 1e-6 of the range.</returns>
    public static double Compare(
        string what, ReadOnlySpan<double> actual, ReferenceArray expected, ReferenceSpikes spikes, int sampleEverySteps)
    {
        Assert.True(
            actual.Length == expected.Data.Length, $"{what}: {actual.Length} values instead of {expected.Data.Length}.");
        double tolerance = ReferenceComparison.ValueTolerance * ReferenceComparison.Range(expected.Data);
        bool[] mayDrift = SilentCells(spikes);
        int off = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            if (Math.Abs(actual[i] - expected.Data[i]) <= tolerance)
            {
                continue;
            }

            int neuron = i % spikes.Neurons;
            int step = (((i / spikes.Neurons) + 1) * sampleEverySteps) - 1;
            string where = $"{what}: neuron {neuron} at step {step} is {actual[i]:r} instead of {expected.Data[i]:r}";
            Assert.True(double.IsFinite(actual[i]), $"{where}.");
            Assert.True(step >= FirstStepOff, $"{where}, before step {FirstStepOff}.");
            Assert.True(mayDrift[neuron], $"{where}, in a cell that is never silent for {SilentSteps} steps.");
            off++;
        }

        double part = (double)off / actual.Length;
        Assert.True(part <= AllowedPart, $"{what}: {part:p1} of the samples are off, more than {AllowedPart:p0}.");
        return part;
    }

    /// <summary>Which cells are silent for <see cref="SilentSteps"/> between spikes, before the first or after the last.</summary>
    private static bool[] SilentCells(ReferenceSpikes spikes)
    {
        var silent = new bool[spikes.Neurons];
        var last = new int[spikes.Neurons];
        Array.Fill(last, -1);
        foreach (var (step, neuron) in spikes.Events.Select(spike => (spike[0], spike[1])))
        {
            Close(step, neuron);
        }

        for (int neuron = 0; neuron < spikes.Neurons; neuron++)
        {
            Close(spikes.Steps, neuron);
        }

        return silent;

        void Close(int step, int neuron)
        {
            silent[neuron] |= step - last[neuron] - 1 >= SilentSteps;
            last[neuron] = step;
        }
    }
}
