using Xunit.Sdk;

namespace AotNeuro.Tests;

/// <summary>The comparison itself: it accepts the reference and notices what it has to notice.</summary>
public sealed class ReferenceComparisonTests
{
    private static readonly ReferenceModel Model = ReferenceModel.Read("izhikevich_sine");

    public static TheoryData<string> Models => [.. ReferenceFiles.Models];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_reference_model_agrees_with_itself(string name)
    {
        var model = ReferenceModel.Read(name);
        Assert.Equal(name, model.Name);
        Assert.Equal(model.Seconds, model.Steps * model.Dt, 1e-9);
        foreach (var (key, probe) in model.Probes)
        {
            Assert.True(probe.Values is null != probe.Spikes is null, $"{key} has values or spikes, not both.");
            if (probe.Values is { } values)
            {
                Assert.Equal(values.Shape.Aggregate(1, (product, extent) => product * extent), values.Data.Length);
                Assert.Equal(0, ReferenceComparison.Values(key, values.Data, values));
            }
            else
            {
                var spikes = probe.Spikes!;
                Assert.Equal(spikes.Events.Length, ReferenceComparison.Spikes(key, Events(spikes), spikes));
            }
        }
    }

    [Fact]
    public void A_parameter_off_by_more_than_1e_9_is_named()
    {
        var gain = Model.Ensembles["ens"].Gain!;
        double[] scaled = [.. gain.Data.Select(value => value * (1 + 0.9e-9))];
        Assert.Equal(0.9e-9, ReferenceComparison.Parameters("gain of ens", scaled, gain), 1e-12);
        scaled[3] += 1e-3;
        string message = Failure(() => ReferenceComparison.Parameters("gain of ens", scaled, gain));
        Assert.StartsWith("gain of ens: off by ", message, StringComparison.Ordinal);
        Assert.Contains("most at 3: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_off_by_more_than_1e_6_of_the_range_is_found_at_its_sample()
    {
        var decoded = Model.Probes["decoded"].Values!;
        double[] values = [.. decoded.Data];
        double range = decoded.Data.Max() - decoded.Data.Min();
        values[500] += 0.9e-6 * range;
        Assert.Equal(0.9e-6, ReferenceComparison.Values("decoded", values, decoded), 1e-9);
        values[700] = double.NaN;
        Assert.StartsWith(
            "decoded: sample 700, element 0 is NaN",
            Failure(() => ReferenceComparison.Values("decoded", values, decoded)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_spike_one_step_late_is_found()
    {
        var spikes = Model.Probes["spikes"].Spikes!;
        var events = Events(spikes);
        var (step, neuron) = events[40];
        events[40] = (step + 1, neuron);
        string message = Failure(() => ReferenceComparison.Spikes("spikes", events, spikes));
        Assert.Contains($"neuron {neuron} should spike at step {step} and does not.", message, StringComparison.Ordinal);
        events.RemoveAt(40);
        events.Insert(0, (0, 9));
        Assert.Contains(
            "neuron 9 spikes at step 0 and should not.",
            Failure(() => ReferenceComparison.Spikes("spikes", events, spikes)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Dense_samples_give_the_events_back_and_a_wrong_height_is_found()
    {
        var spikes = Model.Probes["spikes"].Spikes!;
        var dense = new double[spikes.Steps * spikes.Neurons];
        foreach (var (step, neuron) in Events(spikes))
        {
            dense[(step * spikes.Neurons) + neuron] = spikes.Amplitude;
        }

        Assert.Equal(Events(spikes), ReferenceComparison.SpikeEvents("spikes", dense, spikes));
        dense[0] = spikes.Amplitude / 2;
        Assert.Contains(
            "the spike of neuron 0 at step 0 has height 500",
            Failure(() => ReferenceComparison.SpikeEvents("spikes", dense, spikes)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Izhikevich_state_may_drift_only_late_and_only_in_silent_cells()
    {
        var spikes = new ReferenceSpikes(Steps: 200, Neurons: 2, Amplitude: 1000, [[0, 0], [50, 0], [100, 0], [150, 0]]);
        var expected = new ReferenceArray([200, 2], [.. Enumerable.Range(0, 400).Select(i => (double)(i % 7))]);

        Assert.Equal(0.05, Drifted(first: 31, samples: 20, neuron: 1));
        Assert.Contains("before step 30", Failure(() => Drifted(29, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("never silent for 100 steps", Failure(() => Drifted(31, 1, 0)), StringComparison.Ordinal);
        Assert.Contains("of the samples are off", Failure(() => Drifted(31, 21, 1)), StringComparison.Ordinal);

        double Drifted(int first, int samples, int neuron)
        {
            double[] values = [.. expected.Data];
            for (int step = first; step < first + samples; step++)
            {
                values[(step * 2) + neuron] += 1;
            }

            return IzhikevichStateComparison.Compare("voltage", values, expected, spikes, sampleEverySteps: 1);
        }
    }

    [Fact]
    public void Evaluation_points_are_compared_by_their_sums_too()
    {
        var ensemble = Model.Ensembles["ens"];
        var points = new double[ensemble.EvalPointsShape[0]];
        ensemble.EvalPointsHead.Data.CopyTo(points, 0);
        Assert.Contains(
            "the sums over the evaluation points",
            Failure(() => ReferenceComparison.EvalPoints("ens", points, ensemble)),
            StringComparison.Ordinal);
    }

    private static List<(int Step, int Neuron)> Events(ReferenceSpikes spikes) =>
        [.. spikes.Events.Select(spike => (spike[0], spike[1]))];

    private static string Failure(Func<object> compare) => Assert.ThrowsAny<XunitException>(compare).Message;
}
