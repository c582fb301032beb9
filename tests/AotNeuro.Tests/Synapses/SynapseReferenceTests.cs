using AotNeuro.CompilerServices;
using Xunit.Abstractions;

namespace AotNeuro.Tests.Synapses;

/// <summary>Nengo's filters on a step and a sine, one step late as a model sees them.</summary>
public sealed class SynapseReferenceTests(ITestOutputHelper output)
{
    private static readonly ReferenceModel Reference = ReferenceModel.Read("synapses");

    private static readonly Dictionary<string, Synapse> Synapses = new()
    {
        ["lowpass"] = new Lowpass(0.02),
        ["alpha"] = new Alpha(0.02),
        ["triangle"] = new Triangle(0.02),
        ["lowpass_tiny"] = 1e-5,
        ["lowpass_zero"] = 0.0,
        ["second_order"] = new LinearFilter([1.0], [0.0004, 0.02, 1.0]),
        ["passthrough_filter"] = new LinearFilter([0.01, 1.0], [0.02, 1.0]),
        ["discrete"] = new LinearFilter([0.5, 0.2], [1.0, -0.3], analog: false),
        ["euler"] = new LinearFilter([1.0], [0.03, 1.0], method: Discretization.Euler),
    };

    public static TheoryData<string> Names => [.. Synapses.Keys];

    [Fact]
    public void Every_probe_of_the_reference_is_here() =>
        Assert.Equal(Reference.Probes.Keys.Order(), Synapses.Keys.Append("none").Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_those_of_Nengo(string name)
    {
        double[] input = Reference.Probes["none"].Values!.Data;
        double[] expected = Reference.Probes[name].Values!.Data;
        SynapseFilter filter = Synapses[name].MakeFilter(2, Reference.Dt);

        // What the filter gives at a step is seen at the next; at the first step nothing has arrived.
        Span<double> seen = stackalloc double[2];
        double largest = 0.0;
        for (int i = 0; i < input.Length; i += 2)
        {
            largest = Math.Max(largest, Math.Max(Math.Abs(seen[0] - expected[i]), Math.Abs(seen[1] - expected[i + 1])));
            filter.Step(input.AsSpan(i, 2), seen);
        }

        output.WriteLine($"{name}: {largest:0.0e0}");

        // Two exponentials of a matrix differ in last bits, which the states then carry along.
        Assert.InRange(largest, 0.0, 1e-13);
    }
}
