using static AotNeuro.Generator.Tests.TimingPage;

namespace AotNeuro.Generator.Tests;

/// <summary>The lines about ensembles and neurons.</summary>
public sealed partial class TimingPageTests
{
    private const string Clock = "[Node] static double Clock(double t) => t * 1000;\n";

    /// <summary>A neuron whose output is its positive input.</summary>
    private const string A = """
        [Ensemble(1, 1, Gain = 1.0, Bias = 0.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble A { get; }

        """;

    private const string ClockToA = Clock + A + "[Connection(nameof(Clock), nameof(A), Synapse = null)] partial Connection ClockToA { get; }\n";

    /// <summary>A neuron whose output is 3 for every unit that arrives at it, and 1 for nothing.</summary>
    private const string B = """
        [Ensemble(1, 1, Gain = 3.0, Bias = 1.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble B { get; }
        [Probe(nameof(B), Signal = ProbeSignal.Output)] partial Probe Record { get; }

        """;

    /// <summary>A solver that makes the decoder 10.</summary>
    private const string Ten = "static readonly NoSolver Ten = new(new double[,] { { 10 } });\n";

    [Fact]
    public void T17_Neuron_answers_its_input_of_the_step() => Shows(
        ClockToA + "[Probe(nameof(A), Signal = ProbeSignal.Output)] partial Probe Record { get; }",
        [1, 2, 3]);

    [Fact]
    public void T18_Current_is_bias_and_gain_times_the_encoded_input() => Shows(
        Clock + """
            [Ensemble(1, 1, Gain = 2.0, Bias = 3.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble A { get; }
            [Connection(nameof(Clock), nameof(A), Synapse = null)] partial Connection ClockToA { get; }
            [Probe(nameof(A), Signal = ProbeSignal.Current)] partial Probe Record { get; }
            """,
        [5, 7, 9]);

    /// <summary>A current of 1000 is a spike in each step of 1 ms, wherever the voltage starts.</summary>
    [Fact]
    public void T19_Spike_has_the_height_of_amplitude_over_dt() => Shows(
        """
        [Ensemble(1, 1, Gain = 1.0, Bias = 1000.0, Encoders = new[] { 1.0 }), SpikingRectifiedLinear(Amplitude = 0.5)] partial Ensemble A { get; }
        [Probe(nameof(A), Signal = ProbeSignal.Output)] partial Probe Record { get; }
        """,
        [500, 500, 500]);

    private const string Adapting = """
        [Ensemble(1, 1, Gain = 1.0, Bias = 2.0, Encoders = new[] { 1.0 }), AdaptiveLIFRate(TauN = 0.1, IncN = 0.5)] partial Ensemble A { get; }

        """;

    [Fact]
    public void T20_State_is_probed_at_the_end_of_the_step() =>
        Shows(Adapting + "[Probe(nameof(A), Signal = ProbeSignal.Adaptation)] partial Probe Record { get; }", Adaptation(3));

    /// <summary>n += dt / tau_n (inc_n rate - n), with the rate of the current less n of the step before.</summary>
    private static double[] Adaptation(int steps)
    {
        double adaptation = 0.0;
        var values = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            double rate = 1 / (0.002 + 0.02 * Math.Log(1 + 1 / (2 - adaptation - 1)));
            adaptation += 0.001 / 0.1 * (0.5 * rate - adaptation);
            values[step] = adaptation;
        }

        return values;
    }

    [Fact]
    public void T21_Decoders_take_the_output_of_the_step() => Shows(
        ClockToA + Ten + "[Probe(nameof(A), Solver = nameof(Ten))] partial Probe Record { get; }",
        [10, 20, 30]);

    [Fact]
    public void T22_Synapse_after_the_decoders_takes_a_step() => Shows(
        ClockToA + Ten + """
            [Node(SizeIn = 1)] partial Node X { get; }
            [Connection(nameof(A), nameof(X), Synapse = 0, Solver = nameof(Ten))] partial Connection AToX { get; }
            [Probe(nameof(X))] partial Probe Record { get; }
            """,
        [0, 10, 20]);

    [Fact]
    public void T23_Two_synapses_take_two_steps() => Shows(
        ClockToA + Ten + """
            [Ensemble(1, 1, Gain = 1.0, Bias = 0.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble B { get; }
            [Connection(nameof(A), nameof(B), Synapse = 0, Solver = nameof(Ten))] partial Connection AToB { get; }
            [Probe(nameof(B), Synapse = 0, Solver = nameof(Ten))] partial Probe Record { get; }
            """,
        [0, 0, 100, 200]);

    [Fact]
    public void T24_Neurons_to_neurons_without_a_synapse_is_gain_times_weight() => Shows(
        ClockToA + B + "[Connection(\"A.Neurons\", \"B.Neurons\", Synapse = null)] partial Connection AToB { get; }",
        [4, 7, 10]);

    [Fact]
    public void T25_Neurons_to_neurons_with_a_synapse_takes_a_step() => Shows(
        ClockToA + B + "[Connection(\"A.Neurons\", \"B.Neurons\", Synapse = 0)] partial Connection AToB { get; }",
        [1, 4, 7]);

    [Fact]
    public void T26_Noise_joins_the_current_of_the_step_past_the_gain() => Shows(
        """
        static readonly PresentInput Noise = new(new double[,] { { 5 }, { 6 }, { 7 } }, 0.001);
        [Ensemble(1, 1, Gain = 2.0, Bias = 3.0, Encoders = new[] { 1.0 }, Noise = nameof(Noise)), RectifiedLinear] partial Ensemble A { get; }
        [Probe(nameof(A), Signal = ProbeSignal.Current)] partial Probe Record { get; }
        """,
        [8, 9, 10]);

    [Fact]
    public void T27_Direct_ensemble_takes_no_step() => Shows(
        ClockToX + """
            [Ensemble(1, 1), Direct] partial Ensemble A { get; }
            [Connection(nameof(Clock), nameof(A), Synapse = null)] partial Connection ClockToA { get; }
            [Connection(nameof(A), nameof(X), Synapse = null)] static double Squared(double x) => x * x;
            """,
        [1, 4, 9]);
}
