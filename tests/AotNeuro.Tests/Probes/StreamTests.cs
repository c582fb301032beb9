using AotNeuro.Tests.Simulation;

namespace AotNeuro.Tests.Probes;

/// <summary>Probes that hand their samples on.</summary>
public class StreamTests
{
    [Fact]
    public void Every_sample_arrives_once_in_order_in_small_batches()
    {
        var model = new Counter();
        var (steps, sampled) = (new Collector(), new Collector());
        model.Steps.StreamTo(steps);
        model.Sampled.StreamTo(sampled);
        model.LastFour.KeepAll();
        foreach (int run in new[] { 1, 5000, 3, 0, 2500 })
        {
            model.RunSteps(run);
            Assert.Equal((0, model.StepCount), (model.Steps.Count, model.Steps.TotalCount));
            Assert.Equal(model.StepCount, steps.Values.Count);
        }

        Assert.Equal(Enumerable.Range(1, 7504).Select(step => (double)step), steps.Values);
        Assert.Equal(steps.Values.Select(step => step * 0.001), steps.Times);
        Assert.Equal(Enumerable.Range(1, 7504).Where(step => step % 2.5 < 1.0).Select(step => (double)step), sampled.Values);
        Assert.Equal(sampled.Values.Select(step => step * 0.001), sampled.Times);
        Assert.All(steps.Batches.Concat(sampled.Batches), batch => Assert.InRange(batch, 1, 1024));
        Assert.Contains(1024, steps.Batches);
    }

    [Fact]
    public void Batches_are_small_also_after_all_samples_were_kept()
    {
        var model = new Counter();
        model.LastFour.KeepAll(); // as a ring it would cut the run into small pieces
        model.RunSteps(20_000);
        var sink = new Collector();
        model.Steps.StreamTo(sink);
        Assert.Equal(0, model.Steps.Count);

        model.RunSteps(5000);
        Assert.Equal(20_001, sink.Values[0]);
        Assert.Equal(5000, sink.Values.Count);
        Assert.All(sink.Batches, batch => Assert.InRange(batch, 1, 1024));
    }

    [Fact]
    public void A_probe_can_keep_its_samples_again()
    {
        var model = new Counter();
        var sink = new Collector();
        model.Steps.StreamTo(sink);
        model.RunSteps(10);
        model.Steps.KeepAll();
        model.RunSteps(2);
        Assert.Equal(10, sink.Values.Count);
        Assert.Equal([11.0, 12.0], model.Steps.Values.ToArray());
        Assert.Equal([11 * 0.001, 12 * 0.001], model.Steps.Times());
    }

    [Fact]
    public void Samples_of_completed_steps_arrive_also_when_a_step_fails()
    {
        var model = new Scripted { Script = t => t < 0.0055 ? t : double.NaN };
        var sink = new Collector();
        model.EarlyOutput.StreamTo(sink);
        Assert.Throws<SimulationException>(() => model.RunSteps(100));
        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0], sink.Values);
    }

    [Fact]
    public void A_sink_that_throws_costs_no_other_probe_a_sample()
    {
        var model = new Counter();
        var own = new NotSupportedException("disk full");
        var sink = new Collector { OnWrite = () => throw own };
        model.Steps.StreamTo(sink);
        Assert.Same(own, Assert.Throws<NotSupportedException>(() => model.RunSteps(10)));

        sink.OnWrite = () => { };
        int done = (int)model.StepCount;
        model.RunSteps(10);
        Assert.Equal(Enumerable.Range(1, done + 10).Select(step => (double)step), sink.Values);
        Assert.Equal(model.StepCount, model.LastFour.Last[0]);
    }

    [Fact]
    public void Spikes_are_handed_on_as_events()
    {
        var kept = new ManySpikes();
        kept.RunSteps(3000);

        var model = new ManySpikes();
        var sink = new SpikeCollector();
        model.SeventySpikes.StreamTo(sink);
        model.RunSteps(3000);
        Assert.Equal(kept.SeventySpikes.Spikes.ToArray(), sink.Events);
    }

    private sealed class Collector : IProbeSink
    {
        public List<double> Values { get; } = [];

        public List<double> Times { get; } = [];

        public List<int> Batches { get; } = [];

        public Action OnWrite { get; set; } = () => { };

        public void Write(Probe probe)
        {
            Values.AddRange(probe.Values);
            Times.AddRange(probe.Times());
            Batches.Add(probe.Count);
            OnWrite();
        }
    }

    private sealed class SpikeCollector : IProbeSink
    {
        public List<SpikeEvent> Events { get; } = [];

        public void Write(Probe probe) => Events.AddRange(probe.Spikes.ToArray());
    }
}
