using static AotNeuro.Generator.Tests.TimingPage;

namespace AotNeuro.Generator.Tests;

/// <summary>The lines about probes and about starting again.</summary>
public sealed partial class TimingPageTests
{
    private const string ClockThroughC = """
        [Node] static double Clock(double t) => t * 1000;
        [Node(SizeIn = 1)] partial Node X { get; }
        [Connection(nameof(Clock), nameof(X), Synapse = 0, Transform = 2)] partial Connection C { get; }

        """;

    [Fact]
    public void T28_Probe_with_a_synapse_starts_in_the_second_step() => Shows(
        "[Node] const double One = 1; [Probe(nameof(One), Synapse = 0.005)] partial Probe Record { get; }",
        [0, 1 - Decay, 1 - Decay * Decay]);

    [Fact]
    public void T29_Probe_on_a_connection_is_a_step_ahead_of_the_target() => Shows(
        ClockThroughC + "[Probe(nameof(C))] partial Probe Record { get; }",
        [2, 4, 6]);

    [Fact]
    public void T30_Probe_on_its_target_is_a_step_behind() => Shows(
        ClockThroughC + "[Probe(nameof(X))] partial Probe Record { get; }",
        [0, 2, 4]);

    [Fact]
    public void T31_Input_of_a_connection_is_its_value_before_the_synapse() => Shows(
        ClockThroughC.Replace("Synapse = 0,", "Synapse = 0.005,", StringComparison.Ordinal)
            + "[Probe(nameof(C), Signal = ProbeSignal.Input)] partial Probe Record { get; }",
        [2, 4, 6]);

    [Fact]
    public void T32_Input_of_an_ensemble_is_what_arrives_in_the_step() => Shows(
        ClockToA + "[Probe(nameof(A), Signal = ProbeSignal.Input)] partial Probe Record { get; }",
        [1, 2, 3]);

    [Fact]
    public void T33_SampleEvery_samples_the_last_step_of_each_period() => Shows(Sampled("0.003", 9).Recorded("Record"), [3, 6, 9]);

    [Fact]
    public void T34_SampleEvery_of_no_whole_number_of_steps_alternates() => Shows(Sampled("0.0025", 10).Recorded("Record"), [3, 5, 8, 10]);

    [Fact]
    public void T35_Samples_have_the_time_of_their_step() =>
        Shows(Sampled("0.003", 9).Probes[0].Times(), [0.003, 0.006, 0.009]);

    [Fact]
    public void T36_Synapse_of_a_probe_steps_also_between_samples() => Shows(
        CompiledModel.Run(
            "[Node] const double One = 1; [Probe(nameof(One), Synapse = 0.005, SampleEvery = 0.002)] partial Probe Record { get; }",
            steps: 6).Recorded("Record"),
        [1 - Decay, 1 - Math.Pow(Decay, 3), 1 - Math.Pow(Decay, 5)]);

    [Fact]
    public void T37_Replaced_output_holds_from_the_next_step_on()
    {
        NeuralModel model = CompiledModel.Run("[Node(1)] partial Node N { get; } [Probe(nameof(N))] partial Probe Record { get; }", steps: 2);
        model.Nodes[0].Output = 5.0;
        model.RunSteps(2);
        Shows(model.Recorded("Record"), [1, 1, 5, 5]);
    }

    [Fact]
    public void T38_Run_goes_on_where_the_last_one_stopped()
    {
        NeuralModel model = CompiledModel.Run(ClockThroughC + "[Probe(nameof(X))] partial Probe Record { get; }", steps: 2);
        model.RunSteps(2);
        Shows(model.Recorded("Record"), [0, 2, 4, 6]);
    }

    [Fact]
    public void T39_Reset_empties_synapses_and_probes()
    {
        NeuralModel model = CompiledModel.Run(ClockThroughC + "[Probe(nameof(X))] partial Probe Record { get; }", steps: 2);
        model.Reset();
        Assert.Empty(model.Recorded("Record"));
        Assert.Equal(0.0, model.Time);
        model.RunSteps(2);
        Shows(model.Recorded("Record"), [0, 2]);
    }

    /// <summary>The fraction 0.5 of a spike in each step: chance decides, and decides alike after a reset.</summary>
    [Fact]
    public void T40_Reset_rewinds_chance()
    {
        NeuralModel model = CompiledModel.Run(
            """
            static readonly WhiteNoise Noise = new();
            [Ensemble(1, 1, Gain = 1.0, Bias = 500.0, Encoders = new[] { 1.0 }, Noise = nameof(Noise)), RectifiedLinear, StochasticSpiking]
            partial Ensemble A { get; }
            [Node] static readonly WhiteNoise White = new();
            [Probe(nameof(A), Signal = ProbeSignal.Output)] partial Probe Spikes { get; }
            [Probe(nameof(A), Signal = ProbeSignal.Current)] partial Probe Current { get; }
            [Probe(nameof(White))] partial Probe Noisy { get; }
            """,
            steps: 100);
        double[] Everything() => [.. model.Recorded("Spikes"), .. model.Recorded("Current"), .. model.Recorded("Noisy")];
        double[] first = Everything();
        Assert.InRange(model.Recorded("Spikes").Distinct().Count(), 2, 100);
        model.Reset();
        model.RunSteps(100);
        Shows([first.Zip(Everything(), (a, b) => Math.Abs(a - b)).Max()], [0]);
    }

    private static NeuralModel Sampled(string every, int steps) => CompiledModel.Run(
        $"[Node] static double Clock(double t) => t * 1000; [Probe(nameof(Clock), SampleEvery = {every})] partial Probe Record {{ get; }}",
        steps);
}
