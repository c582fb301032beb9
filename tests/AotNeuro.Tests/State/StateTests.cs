using AotNeuro.Tests.Models;
using AotNeuro.Tests.ReferenceModels;
using AotNeuro.Tests.Simulation;

namespace AotNeuro.Tests.State;

/// <summary>A model that was saved and restored goes on with the same bits.</summary>
public class StateTests
{
    private const int Before = 131;
    private const int After = 150;

    public static TheoryData<string> Names =>
        [.. ReferenceRuns.All.Select(run => run.Name), .. OrderedRuns.All.Select(run => run.Name), nameof(Remembering), nameof(Counter), nameof(AdaptiveExponentialNeurons)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_restored_model_goes_on_with_the_same_bits(string name)
    {
        NeuralModel saved = Create(name);
        saved.RunSteps(Before);
        byte[] state = saved.SaveState();
        Probe[] probes = [.. saved.AllProbes];
        Array.ForEach(probes, probe => probe.Clear());
        saved.RunSteps(After);

        // One that ran elsewhere before, and one that was never built.
        NeuralModel used = Create(name);
        used.Seed = saved.Seed;
        used.RunSteps(37);
        NeuralModel fresh = Create(name);
        fresh.Seed = saved.Seed;
        foreach (NeuralModel restored in new[] { used, fresh })
        {
            restored.RestoreState(state);
            Assert.Equal(Before, restored.StepCount);
            Assert.All(restored.AllProbes, probe => Assert.Equal(0, probe.Count));
            Assert.Equal(state, restored.SaveState());
            restored.RunSteps(After);
            Assert.Equal(saved.SaveState(), restored.SaveState());
            foreach ((Probe expected, Probe actual) in probes.Zip(restored.AllProbes))
            {
                Assert.Equal(expected.TotalCount, actual.TotalCount);
                Assert.Equal(expected.Times(), actual.Times());
                Assert.Equal(Bits.Of(expected.Values), Bits.Of(actual.Values));
            }
        }
    }

    [Fact]
    public void A_state_is_of_the_model_that_goes_back_too()
    {
        var model = new Counter();
        model.RunSteps(7);
        byte[] state = model.SaveState();
        model.RunSteps(20);
        model.RestoreState(state);
        model.RunSteps(3);
        Assert.Equal([8.0, 9.0, 10.0], model.Steps.Values.ToArray());
        Assert.Equal([8.0, 10.0], model.Sampled.Values.ToArray());
        Assert.Equal(10, model.Steps.TotalCount);
        model.Reset();
        model.RunSteps(1);
        Assert.Equal([1.0], model.Steps.Values.ToArray());
    }

    [Fact]
    public void States_follow_each_other_in_a_stream()
    {
        var model = new PesModel();
        using var stream = new MemoryStream();
        model.SaveState(stream);
        model.RunSteps(10);
        model.SaveState(stream);
        byte[] second = model.SaveState();
        stream.Position = 0;

        var restored = new PesModel();
        restored.RestoreState(stream);
        Assert.Equal(0, restored.StepCount);
        restored.RestoreState(new Dripping(stream));
        Assert.Equal(10, restored.StepCount);
        Assert.Equal(second, restored.SaveState());
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Memory_of_ones_own_is_enough()
    {
        var model = new PoissonNeurons();
        model.RunSteps(10);
        var memory = new byte[model.StateSize + 5];
        Assert.False(model.TrySaveState(memory.AsSpan(0, model.StateSize - 1), out int written));
        Assert.Equal((0, 0), (written, memory.Max()));
        Assert.True(model.TrySaveState(memory, out written));
        Assert.Equal(model.StateSize, written);
        Assert.Equal(model.SaveState(), memory[..written]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(model.TrySaveState(memory, out written));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_restored_model_runs_on_after_an_error()
    {
        var model = new Scripted();
        model.RunSteps(3);
        byte[] state = model.SaveState();
        model.Script = _ => double.NaN;
        Assert.Throws<SimulationException>(model.Step);
        var error = Assert.Throws<InvalidOperationException>(() => model.SaveState());
        Assert.Equal("Scripted stopped with an error at step 4. Call Reset() to start again.", error.Message);

        model.Script = t => t;
        model.RestoreState(state);
        model.RunSteps(2);
        Assert.Equal(5, model.StepCount);
    }

    internal static NeuralModel Create(string name) =>
        name == nameof(Remembering) ? new Remembering { TauRc = 0.03, Seed = 5 }
        : name == nameof(Counter) ? new Counter()
        : name == nameof(AdaptiveExponentialNeurons) ? new AdaptiveExponentialNeurons()
        : ReferenceRuns.All.FirstOrDefault(run => run.Name == name)?.Create()
        ?? OrderedRuns.All.Single(run => run.Name == name).Create();

    /// <summary>Gives a few bytes at a time, as a socket may.</summary>
    private sealed class Dripping(Stream inner) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => inner.Read(buffer[..Math.Min(buffer.Length, 7)]);
    }
}
