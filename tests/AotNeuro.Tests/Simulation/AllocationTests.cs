using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Simulation;

/// <summary>Steps allocate nothing: 0 bytes, not few.</summary>
public class AllocationTests
{
    private const int Steps = 3000;

    [Fact]
    public void A_run_with_reserved_probes_allocates_nothing()
    {
        var model = new Unseeded();
        model.RunSteps(2 * Steps + 100);
        model.Reset();
        model.RunSteps(100);
        Assert.Equal(0, AllocatedBy(() => model.RunSteps(Steps)));
        Assert.Equal(Steps + 100, model.Decoded.Count);
    }

    [Fact]
    public void Single_steps_with_bounded_probes_allocate_nothing()
    {
        var model = new Unseeded();
        foreach (Probe probe in model.Probes)
        {
            probe.KeepLast(10);
        }

        double sum = 0;
        Assert.Equal(0, AfterWarmUp(() =>
        {
            for (int i = 0; i < Steps; i++)
            {
                model.Step();
                sum += model.Decoded.Last[0] + model.ASpikes.Last[0];
                foreach (SpikeEvent spike in model.BSpikes.Spikes)
                {
                    sum += spike.Neuron;
                }
            }
        }));
        Assert.Equal(10, model.ASpikes.Count);
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void Single_steps_with_reserved_probes_allocate_nothing()
    {
        var model = new Unseeded();
        model.RunSteps(10);
        foreach (Probe probe in model.Probes)
        {
            probe.Reserve(3 * Steps);
        }

        Assert.Equal(0, AfterWarmUp(() =>
        {
            for (int i = 0; i < Steps; i++)
            {
                model.Step();
            }
        }));
    }

    [Fact]
    public void Streaming_allocates_nothing()
    {
        var model = new Unseeded();
        var sink = new Totals();
        foreach (Probe probe in model.Probes)
        {
            probe.StreamTo(sink);
        }

        Assert.Equal(0, AfterWarmUp(() => model.RunSteps(Steps)));
        Assert.NotEqual(0, sink.Samples);
    }

    [Fact]
    public void Tuned_models_and_replaced_nodes_allocate_nothing()
    {
        var model = new IzhikevichPage { ResetVoltage = -50, ResetRecovery = 2 };
        model.Stimulus.Output = NodeOutput.From(static t => 0.2 + t);
        foreach (Probe probe in model.Probes)
        {
            probe.KeepLast(100);
        }

        Assert.Equal(0, AfterWarmUp(() => model.RunSteps(Steps)));
    }

    [Fact]
    public void A_loop_of_single_steps_copies_no_more_than_a_list_would()
    {
        var model = new Counter();
        model.Step();
        long allocated = AllocatedBy(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                model.Step();
            }
        });

        // Doubling: less than four times what is kept in the end, of samples (8 bytes; 16 with their steps).
        Assert.InRange(allocated, 1, 4 * 20_000 * (8 + 16));
    }

    private static long AfterWarmUp(Action action)
    {
        action();
        return AllocatedBy(action);
    }

    private static long AllocatedBy(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Totals : IProbeSink
    {
        public long Samples { get; private set; }

        public void Write(Probe probe) => Samples += probe.Count;
    }
}
