namespace AotNeuro.Tests.Probes;

/// <summary>Spikes: kept as bits, seen as events and as values.</summary>
public class SpikeTests
{
    private const int Steps = 200;

    private static readonly ManySpikes Model = Run();

    [Fact]
    public void Events_and_values_say_the_same()
    {
        AssertConsistent(Model.ThreeSpikes, neurons: 3, height: 1000);
        AssertConsistent(Model.EightSpikes, neurons: 8, height: 1000);
        AssertConsistent(Model.SeventySpikes, neurons: 75, height: 500);
    }

    [Fact]
    public void Spikes_are_the_neurons_output() =>
        Assert.Equal(Model.SeventyOutput.Values.ToArray(), Model.SeventySpikes.Values.ToArray());

    [Fact]
    public void Every_neuron_fires_and_no_other()
    {
        // At 0.9 with an intercept of -0.9 every neuron with a positive encoder fires.
        for (int i = 0; i < 3; i++)
        {
            (Probe probe, Ensemble ensemble) = i switch
            {
                0 => (Model.ThreeSpikes, Model.Three),
                1 => (Model.EightSpikes, Model.Eight),
                _ => (Model.SeventySpikes, Model.Seventy),
            };
            int[] expected =
                [.. Enumerable.Range(0, ensemble.NeuronCount).Where(neuron => ensemble.Encoders[neuron, 0] > 0)];
            var late = probe.Spikes.ToArray().Where(spike => spike.Step > 100).Select(spike => spike.Neuron);
            Assert.Equal(expected, late.Distinct().Order());
        }
    }

    [Fact]
    public void Sampled_spikes_are_those_of_the_sampled_steps() =>
        Assert.Equal(
            Model.SeventySpikes.Spikes.ToArray().Where(spike => spike.Step % 3 == 0),
            Model.SeventySampled.Spikes.ToArray());

    [Fact]
    public void The_latest_spikes_have_their_steps() =>
        Assert.Equal(
            Model.SeventySpikes.Spikes.ToArray().Where(spike => spike.Step > Steps - 7),
            Model.SeventyLast.Spikes.ToArray());

    [Fact]
    public void Values_follow_what_is_kept_and_the_steps()
    {
        var model = Run();
        double[] all = model.SeventySpikes.Values.ToArray();
        model.SeventySpikes.KeepLast(6);
        Assert.Equal(all[^(6 * 75)..], model.SeventySpikes.Values.ToArray());
        Assert.Equal((6, 75), (model.SeventySpikes.Data.Rows, model.SeventySpikes.Data.Columns));

        model.SeventySpikes.Clear();
        Assert.Equal(0, model.SeventySpikes.Values.Length);
        Assert.Equal(0, model.SeventySpikes.Spikes.Count);
        model.RunSteps(3);
        AssertConsistent(model.SeventySpikes, 75, 500, steps: 3);
        Assert.Equal(model.SeventyOutput.Values[^(3 * 75)..].ToArray(), model.SeventySpikes.Values.ToArray());
    }

    private static ManySpikes Run()
    {
        var model = new ManySpikes();
        model.RunSteps(Steps);
        return model;
    }

    private static void AssertConsistent(Probe probe, int neurons, double height, int steps = Steps)
    {
        MatrixView data = probe.Data;
        Assert.Equal((steps, neurons), (data.Rows, data.Columns));
        var fromValues = new List<SpikeEvent>();
        for (int sample = 0; sample < steps; sample++)
        {
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                Assert.True(data[sample, neuron] == 0 || data[sample, neuron] == height);
                if (data[sample, neuron] != 0)
                {
                    long step = probe.TotalCount - steps + 1 + sample;
                    fromValues.Add(new(step, step * 0.001, neuron));
                }
            }
        }

        Assert.NotEmpty(fromValues);
        Assert.Equal(fromValues, probe.Spikes.ToArray());
        Assert.Equal(fromValues.Count, probe.Spikes.Count);
    }
}
