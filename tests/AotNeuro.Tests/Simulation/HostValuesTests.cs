using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AotNeuro.Tests.Simulation;

/// <summary>Inputs that the host writes and outputs that it reads, against a model with nodes and probes in their places.</summary>
public class HostValuesTests
{
    [Fact]
    public void Outputs_are_what_probes_record_bit_for_bit()
    {
        var model = new Driven();
        var twin = new DrivenTwin();
        for (int step = 1; step <= 150; step++)
        {
            double[] goal = [Math.Sin(0.05 * step), Math.Cos(0.08 * step)];
            goal.CopyTo(model.Goal);
            twin.Goal.Output = goal;
            model.Step();
            twin.Step();
            AssertSame(twin.AllProbes.Where(probe => probe.Name != "Decoded"), model.AllOutputs);
            Assert.Equal(step, model.Steps[0]);
            Assert.Equal(goal, model.Seen.ToArray());
            AssertSame(twin.Decoded.Last, model.Decoded.Last);
        }

        Assert.NotEqual(0.0, twin.Spikes.Values.ToArray().Sum());
        Assert.Equal(twin.Spikes.Last.ToArray(), model.Spikes.ToArray());
    }

    [Fact]
    public void Seeds_are_those_of_nodes_and_probes()
    {
        var model = new Driven();
        var twin = new DrivenTwin();
        Assert.Equal(twin.Nodes.Select(node => (node.Name, node.Seed)), model.Nodes.Select(node => (node.Name, node.Seed)));
        Assert.Equal(twin.A.Seed, model.A.Seed);
        Assert.Equal(twin.A.Encoders.Values.ToArray(), model.A.Encoders.Values.ToArray());
    }

    [Fact]
    public void A_part_is_driven_in_the_memory_of_the_whole()
    {
        var model = new DrivenParts();
        var twin = new DrivenPartsTwin();
        Assert.Equal(["Own", "Left.Goal", "Left.Unread", "Right.Goal", "Right.Unread"], model.AllInputs.Select(input => input.Name));
        Assert.Equal([1, 2, 1, 2, 1], model.AllInputs.Select(input => input.Size));
        for (int step = 1; step <= 100; step++)
        {
            double[] left = [0.01 * step, -0.5];
            double[] right = [0.3, -0.01 * step];
            left.CopyTo(model.Left.Goal);
            right.CopyTo(model.AllInputs[3].Values);
            model.Own[0] = 0.2;
            (twin.Left.Goal.Output, twin.Right.Goal.Output, twin.Own.Output) = (left, right, 0.2);
            model.Step();
            twin.Step();
            AssertSame(twin.AllProbes.Where(probe => !probe.Name.EndsWith("Decoded", StringComparison.Ordinal)), model.AllOutputs);
        }

        AssertSame(twin.Left.Voltage.Last, model.Left.Voltage);
        Assert.True(Unsafe.AreSame(in MemoryMarshal.GetReference(model.Right.Voltage), in MemoryMarshal.GetReference(model.AllOutputs[12].Values)));
    }

    [Fact]
    public void Hosts_find_names_and_sizes()
    {
        var model = new Driven();
        Assert.Equal([("Goal", 2), ("Unread", 1)], model.AllInputs.Select(input => (input.ToString(), input.Size)));
        Assert.Equal(
            [("Steps", 1), ("Filtered", 2), ("Second", 1), ("Spikes", 40), ("Voltage", 40), ("Arriving", 2), ("Seen", 2)],
            model.AllOutputs.Select(output => (output.ToString(), output.Size)));
        Assert.All(model.AllOutputs, output => Assert.Equal(output.Size, output.Values.Length));
        Assert.Equal(["Decoded"], model.Probes.Select(probe => probe.Name));
        Assert.Equal(["Decoded"], model.AllProbes.Select(probe => probe.Name));
        Assert.Equal(["Clock", "Goal", "After", "Unread"], model.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void Values_are_zero_at_the_start_and_stay_where_they_are()
    {
        var model = new Driven();
        ref double place = ref MemoryMarshal.GetReference(model.Goal);
        ref double torque = ref MemoryMarshal.GetReference(model.Filtered);
        AssertStart(model);
        model.Goal.Fill(0.5);
        model.RunSteps(50);
        Assert.Equal([0.5, 0.5], model.Goal.ToArray());
        Assert.NotEqual(0.0, torque);
        GC.Collect();
        model.Reset();
        AssertStart(model);

        model.Goal.Fill(0.5);
        model.Seed = 12;
        AssertStart(model);
        model.Unread[0] = 3.0;
        Assert.True(Unsafe.AreSame(ref place, ref MemoryMarshal.GetReference(model.Goal)));
        Assert.True(Unsafe.AreSame(ref torque, ref MemoryMarshal.GetReference(model.Filtered)));
        Assert.Equal([3.0], model.Unread.ToArray());
    }

    [Fact]
    public void A_state_holds_the_inputs_and_the_outputs()
    {
        var model = new Driven();
        model.Goal[0] = 0.5;
        model.RunSteps(20);
        model.Goal[1] = -0.25;
        byte[] state = model.SaveState();
        var restored = new Driven();
        restored.RestoreState(state);
        Assert.Equal([0.5, -0.25], restored.Goal.ToArray());
        AssertSame(model.Filtered, restored.Filtered);
        model.RunSteps(30);
        restored.RunSteps(30);
        AssertSame(model.Filtered, restored.Filtered);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Numbers_that_are_not_finite_are_refused_before_the_step(double value, string text)
    {
        Action<Driven>[] runs = [model => model.Step(), model => model.RunSteps(10), model => model.RunSteps(10, new Reports())];
        foreach (Action<Driven> run in runs)
        {
            var model = new Driven();
            model.RunSteps(4);
            model.Goal[1] = value;
            var error = Assert.Throws<SimulationException>(() => run(model));
            Assert.Equal("Goal", error.ObjectName);
            Assert.Equal($"Goal: the host wrote {text} in dimension 1 for the step to t = 0.005 s. Write finite numbers and step again.", error.Message);
            Assert.Equal((4L, 4), (model.StepCount, model.Decoded.Count));

            model.Goal[1] = 0.0;
            model.RunSteps(2);
            var other = new Driven();
            other.RunSteps(6);
            AssertSame(other.Decoded.Values, model.Decoded.Values);
        }
    }

    [Fact]
    public void A_control_loop_allocates_nothing()
    {
        var model = new Driven();
        model.Decoded.KeepLast(10);
        double sum = Loop(model);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Loop(model);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0.0, sum);

        static double Loop(Driven model)
        {
            double sum = 0.0;
            for (int i = 0; i < 2000; i++)
            {
                model.Goal[0] = 0.5 - model.Filtered[0];
                model.Step();
                sum += model.Second[0];
                model.AllInputs[1].Values[0] = model.AllOutputs[0].Values[0];
            }

            return sum;
        }
    }

    private static void AssertStart(Driven model)
    {
        Assert.All(model.AllInputs, input => Assert.Equal(-1, input.Values.IndexOfAnyExcept(0.0)));
        Assert.All(model.AllOutputs, output => Assert.Equal(-1, output.Values.IndexOfAnyExcept(0.0)));
    }

    private static void AssertSame(IEnumerable<Probe> expected, IReadOnlyList<ModelOutput> actual)
    {
        Probe[] probes = [.. expected];
        Assert.Equal(probes.Select(probe => probe.Name), actual.Select(output => output.Name));
        for (int i = 0; i < probes.Length; i++)
        {
            AssertSame(probes[i].Last, actual[i].Values);
        }
    }

    private static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual) =>
        Assert.Equal(Bits.Of(expected), Bits.Of(actual));
}
