namespace AotNeuro.Tests;

/// <summary>
/// The project's contract with Nengo as assertions. Each fails the test with what differs and where, and returns the largest
/// deviation it saw, so that a report can say how much room is left.
/// </summary>
internal static class ReferenceComparison
{
    /// <summary>What a built parameter may differ by: the norm of the difference over the norm of the array.</summary>
    public const double ParameterTolerance = 1e-9;

    /// <summary>What a probed value may differ by, as a part of the range of the probe's values.</summary>
    public const double ValueTolerance = 1e-6;

    /// <summary>Compares a built array (encoders, gain, weights, ...) by norms.</summary>
    /// <param name="what">Its name, for the message.</param>
    /// <param name="actual">Ours, row after row.</param>
    /// <param name="expected">Nengo's.</param>
    /// <returns>The relative deviation.</returns>
    public static double Parameters(string what, ReadOnlySpan<double> actual, ReferenceArray expected) =>
        Parameters(what, actual, expected.Data, ParameterTolerance);

    /// <summary>Compares the evaluation points of an ensemble: the first of them, and the sums over all.</summary>
    /// <param name="what">The ensemble's name, for the message.</param>
    /// <param name="points">All of ours, row after row.</param>
    /// <param name="expected">Nengo's ensemble.</param>
    /// <returns>The largest relative deviation.</returns>
    public static double EvalPoints(string what, ReadOnlySpan<double> points, ReferenceEnsemble expected)
    {
        int count = expected.EvalPointsShape.Aggregate(1, (product, extent) => product * extent);
        Assert.True(points.Length == count, $"{what}: {points.Length} coordinates of evaluation points instead of {count}.");
        var first = expected.EvalPointsHead;
        double head = Parameters($"{what}: evaluation points", points[..first.Data.Length], first);
        double sum = 0;
        double absoluteSum = 0;
        foreach (double coordinate in points)
        {
            sum += coordinate;
            absoluteSum += Math.Abs(coordinate);
        }

        // Both against the sum of magnitudes: the plain sum is small by cancellation.
        double deviation = Math.Max(
            Math.Abs(sum - expected.EvalPointsSum), Math.Abs(absoluteSum - expected.EvalPointsAbsSum)) / expected.EvalPointsAbsSum;
        Assert.True(deviation <= ParameterTolerance, $"{what}: the sums over the evaluation points are off by {deviation:g3}.");
        return Math.Max(head, deviation);
    }

    /// <summary>Compares probed values.</summary>
    /// <param name="what">The probe's name, for the message.</param>
    /// <param name="actual">Our samples, row after row.</param>
    /// <param name="expected">Nengo's.</param>
    /// <returns>The largest difference as a part of the range of Nengo's values.</returns>
    public static double Values(string what, ReadOnlySpan<double> actual, ReferenceArray expected)
    {
        AssertLength(what, actual, expected.Data);
        double range = Range(expected.Data);
        double largest = 0;
        int width = expected.Data.Length / Math.Max(1, expected.Shape[0]);
        for (int i = 0; i < actual.Length; i++)
        {
            double deviation = Math.Abs(actual[i] - expected.Data[i]) / range;
            if (!(deviation <= ValueTolerance)) // also where it is not a number
            {
                Assert.Fail($"{what}: sample {i / width}, element {i % width} is {actual[i]:r} instead of {expected.Data[i]:r}: "
                    + $"{deviation:g3} of the range {range:g3}, the first beyond {ValueTolerance:g1}.");
            }

            largest = Math.Max(largest, deviation);
        }

        return largest;
    }

    /// <summary>Compares spikes event by event; the order within a step does not matter.</summary>
    /// <param name="what">The probe's name, for the message.</param>
    /// <param name="actual">Our spikes, steps and neurons from 0.</param>
    /// <param name="expected">Nengo's.</param>
    /// <returns>The number of spikes compared.</returns>
    public static int Spikes(string what, IEnumerable<(int Step, int Neuron)> actual, ReferenceSpikes expected)
    {
        var ours = actual.Order().ToList();
        var theirs = expected.Events.Select(spike => (Step: spike[0], Neuron: spike[1])).Order().ToList();
        int same = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same < ours.Count || same < theirs.Count)
        {
            Assert.Fail($"{what}: {SpikeDifference(ours, theirs, same)} {same} spikes before it agree; "
                + $"{ours.Count} spikes instead of {theirs.Count} in all.");
        }

        return same;
    }

    /// <summary>The events in the dense samples of a spike probe, every one of them a multiple of a spike's height.</summary>
    /// <param name="what">The probe's name, for the message.</param>
    /// <param name="samples">A sample at every step, <c>[steps, neurons]</c>.</param>
    /// <param name="expected">Nengo's spikes, which tell the shape and the height.</param>
    public static List<(int Step, int Neuron)> SpikeEvents(string what, ReadOnlySpan<double> samples, ReferenceSpikes expected)
    {
        int count = expected.Steps * expected.Neurons;
        Assert.True(samples.Length == count, $"{what}: {samples.Length} samples instead of {count}.");
        var events = new List<(int Step, int Neuron)>();
        for (int i = 0; i < samples.Length; i++)
        {
            if (samples[i] != 0)
            {
                var spike = (Step: i / expected.Neurons, Neuron: i % expected.Neurons);
                double height = samples[i] / expected.Amplitude;
                Assert.True(
                    height >= 1 && Math.Abs(height - Math.Round(height)) <= 1e-12,
                    $"{what}: the spike of neuron {spike.Neuron} at step {spike.Step} has height {samples[i]:r}, "
                    + $"no multiple of {expected.Amplitude:r}.");
                events.Add(spike);
            }
        }

        return events;
    }

    /// <summary>Fails unless two equally long arrays agree by norms.</summary>
    private static double Parameters(string what, ReadOnlySpan<double> actual, double[] expected, double tolerance)
    {
        AssertLength(what, actual, expected);
        double squares = 0;
        double differences = 0;
        int worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = actual[i] - expected[i];
            squares += expected[i] * expected[i];
            differences += difference * difference;
            worst = Math.Abs(difference) > Math.Abs(actual[worst] - expected[worst]) ? i : worst;
        }

        // An array of zeros has no norm to compare with: there the difference itself counts.
        double deviation = Math.Sqrt(squares > 0 ? differences / squares : differences);
        Assert.True(
            deviation <= tolerance,
            $"{what}: off by {deviation:g3} of its norm, more than {tolerance:g1}; "
            + (expected.Length > 0 ? $"most at {worst}: {actual[worst]:r} instead of {expected[worst]:r}." : ""));
        return deviation;
    }

    private static void AssertLength(string what, ReadOnlySpan<double> actual, double[] expected) =>
        Assert.True(actual.Length == expected.Length, $"{what}: {actual.Length} values instead of {expected.Length}.");

    /// <summary>From the least to the greatest value; for a constant its magnitude, and 1 for zeros.</summary>
    internal static double Range(double[] values)
    {
        double range = values.Max() - values.Min();
        double magnitude = Math.Abs(values[0]);
        return range > 0 ? range : magnitude > 0 ? magnitude : 1;
    }

    private static string SpikeDifference(List<(int Step, int Neuron)> ours, List<(int Step, int Neuron)> theirs, int index)
    {
        bool weSpike = index < ours.Count && (index >= theirs.Count || ours[index].CompareTo(theirs[index]) < 0);
        var (step, neuron) = weSpike ? ours[index] : theirs[index];
        return weSpike
            ? $"neuron {neuron} spikes at step {step} and should not."
            : $"neuron {neuron} should spike at step {step} and does not.";
    }
}
