using static AotNeuro.Generator.Tests.TimingPage;

namespace AotNeuro.Generator.Tests;

/// <summary>The lines about probes of slices, and of signals through synapses.</summary>
public sealed partial class TimingPageTests
{
    private const string ClockToBoth = """
        [Node] static double Clock(double t) => t * 1000;
        [Node(SizeIn = 2)] partial Node X { get; }
        static readonly double[,] Twice = { { 2 }, { 2 } };
        [Connection(nameof(Clock), nameof(X), Synapse = 0, Transform = nameof(Twice))] partial Connection C { get; }

        """;

    [Theory]
    [InlineData("C[1]")]
    [InlineData("C[^1..]")]
    public void T56_Range_of_a_connection_is_recorded_as_all_of_it(string target) =>
        Shows(ClockToBoth + $"[Probe(\"{target}\")] partial Probe Record {{ get; }}", [2, 4, 6]);

    [Fact]
    public void T57_List_of_a_connection_is_copied_before_it_is_updated() => Shows(
        CompiledModel.Run(ClockToBoth + "[Probe(\"C[1, 0]\")] partial Probe Record { get; }", steps: 3).Recorded("Record"),
        [0, 0, 2, 2, 4, 4]);

    [Fact]
    public void T58_Output_of_a_connection_through_a_synapse_is_what_the_target_sees_a_step_late() =>
        Shows(ClockThroughC + "[Probe(nameof(C), Synapse = 0)] partial Probe Record { get; }", [0, 0, 2, 4]);

    [Fact]
    public void T59_Input_through_a_synapse_is_a_step_late() =>
        Shows(ClockToA + "[Probe(nameof(A), Signal = ProbeSignal.Input, Synapse = 0)] partial Probe Record { get; }", [0, 1, 2]);

    [Fact]
    public void T60_State_through_a_synapse_is_a_step_late() => Shows(
        Adapting + "[Probe(nameof(A), Signal = ProbeSignal.Adaptation, Synapse = 0)] partial Probe Record { get; }",
        [0, .. Adaptation(2)]);

    [Fact]
    public void T61_Delta_through_a_synapse_is_a_step_late() => Shows(PES + RecordLate("Delta"), [0, -1, -1]);

    [Fact]
    public void T62_Weights_through_a_synapse_are_a_step_late() => Shows(PES + RecordLate("Weights"), [0, 0, -1, -2]);

    private static string RecordLate(string signal) =>
        RecordOf(signal).Replace(")]", ", Synapse = 0)]", StringComparison.Ordinal);
}
