using static AotNeuro.Generator.Tests.TimingPage;

namespace AotNeuro.Generator.Tests;

/// <summary>The lines about learning: one neuron whose activity is 1, and rates that make the changes whole numbers or plain fractions.</summary>
public sealed partial class TimingPageTests
{
    private const string OneToA = A + """
        [Node] const double One = 1;
        [Connection(nameof(One), nameof(A), Synapse = null)] partial Connection OneToA { get; }

        """;

    private const string Decoded = "[Node(SizeIn = 1)] partial Node Y { get; }\nstatic readonly NoSolver Zero = new(new double[,] { { 0 } });\n";

    /// <summary>Decoders of 0 that learn with delta = -error activity, from an error of 1.</summary>
    private const string PES = OneToA + Decoded + """
        [Connection(nameof(A), nameof(Y), Synapse = null, Solver = nameof(Zero)), PES(LearningRate = 1000, PreSynapse = null)]
        partial Connection Learned { get; }
        [Connection(nameof(One), nameof(Learned), Synapse = null)] partial Connection Error { get; }

        """;

    private const string RLS = OneToA + Decoded + """
        [Connection(nameof(A), nameof(Y), Synapse = null, Solver = nameof(Zero)), RLS(LearningRate = 1000, PreSynapse = null)]
        partial Connection Learned { get; }
        [Connection(nameof(One), nameof(Learned), Synapse = null)] partial Connection Error { get; }

        """;

    /// <summary>A weight of 1 from the neuron A to the neuron B, whose activity is that weight.</summary>
    private const string AToB = OneToA + """
        [Ensemble(1, 1, Gain = 1.0, Bias = 0.0, Encoders = new[] { 1.0 }), RectifiedLinear] partial Ensemble B { get; }
        static readonly double[,] W = { { 1 } };

        """;

    private const string Voja = A + """
        [Node] const double Two = 2;
        [Connection(nameof(Two), nameof(A), Synapse = null), Voja(LearningRate = 100, PostSynapse = null)] partial Connection Learned { get; }
        [Probe(nameof(A), Signal = ProbeSignal.ScaledEncoders)] partial Probe Record { get; }

        """;

    [Fact]
    public void T41_Error_without_a_synapse_is_that_of_the_step() => Shows(PES + RecordOf("Error"), [1, 1, 1]);

    [Fact]
    public void T42_Error_through_a_synapse_is_a_step_late() => Shows(ErrorLate + RecordOf("Error"), [0, 1, 1]);

    [Fact]
    public void T43_Activities_are_filtered_without_a_delay() => Shows(
        PES.Replace("PreSynapse = null", "PreSynapse = 0.005", StringComparison.Ordinal) + RecordOf("Activities"),
        [1 - Decay, 1 - Decay * Decay, 1 - Decay * Decay * Decay]);

    [Fact]
    public void T44_Delta_is_computed_in_the_step() => Shows(PES + RecordOf("Delta"), [-1, -1, -1]);

    [Fact]
    public void T45_Weights_change_at_the_start_of_the_next_step() => Shows(PES + RecordOf("Weights"), [0, -1, -2]);

    [Fact]
    public void T46_Output_shows_the_change_in_the_second_step() =>
        Shows(PES + "[Probe(nameof(Y))] partial Probe Record { get; }", [0, -1, -2]);

    [Fact]
    public void T47_Error_through_a_synapse_shows_in_the_third_step() =>
        Shows(ErrorLate + "[Probe(nameof(Y))] partial Probe Record { get; }", [0, 0, -1]);

    /// <summary>y(k + 1) = y(k) - (y(k) - 1) / 2, so y(k) = 1 - 2^(1 - k).</summary>
    [Fact]
    public void T48_Loop_through_the_error_needs_no_synapse() => Shows(
        OneToA + Decoded + """
            [Connection(nameof(A), nameof(Y), Synapse = null, Solver = nameof(Zero)), PES(LearningRate = 500, PreSynapse = null)]
            partial Connection Learned { get; }
            [Connection(nameof(Y), nameof(Learned), Synapse = null)] partial Connection Is { get; }
            [Connection(nameof(One), nameof(Learned), Synapse = null, Transform = -1)] partial Connection Shall { get; }
            [Probe(nameof(Y))] partial Probe Record { get; }
            """,
        [0, 0.5, 0.75, 0.875]);

    /// <summary>P(k) = P(k - 1) / (1 + P(k - 1)) from P(0) = 1.</summary>
    [Fact]
    public void T49_RLS_keeps_its_correlations_of_the_step() => Shows(RLS + RecordOf("InvGamma"), [1.0 / 2, 1.0 / 3, 1.0 / 4]);

    /// <summary>delta(k) = -P(k - 1) / (1 + P(k - 1)), and the sum of them.</summary>
    [Fact]
    public void T50_RLS_changes_weights_like_PES() => Shows(RLS + RecordOf("Weights"), [0, -1.0 / 2, -1.0 / 2 - 1.0 / 3]);

    /// <summary>delta(k) = post(k) pre(k) = W(k) where nothing is forgotten.</summary>
    [Fact]
    public void T51_Oja_learns_from_the_activities_of_the_step() => Shows(
        AToB + """
            [Connection("A.Neurons", "B.Neurons", Synapse = null, Transform = nameof(W)), Oja(LearningRate = 1000, PreSynapse = null, Beta = 0)]
            partial Connection Learned { get; }
            """ + RecordOf("Weights"),
        [1, 2, 4, 8]);

    [Fact]
    public void T52_BCM_takes_its_threshold_without_a_delay()
    {
        var (weight, theta) = (1.0, 0.0);
        var expected = new double[3];
        for (int step = 0; step < expected.Length; step++)
        {
            expected[step] = theta = Decay * theta + (1 - Decay) * weight;
            weight += weight * (weight - theta);
        }

        Shows(
            AToB + """
                [Connection("A.Neurons", "B.Neurons", Synapse = null, Transform = nameof(W)),
                 BCM(LearningRate = 1000, PreSynapse = null, ThetaSynapse = 0.005)]
                partial Connection Learned { get; }
                """ + RecordOf("Theta"),
            expected);
    }

    /// <summary>E += 0.1 post (2 - E) with post = 2 E: 1, 1.2, 1.392.</summary>
    [Fact]
    public void T53_Voja_changes_encoders_at_the_start_of_the_next_step() => Shows(Voja, [1, 1.2, 1.392]);

    [Fact]
    public void T54_Voja_stops_at_a_signal_of_minus_1() => Shows(
        Voja + """
            [Node] static double Stop(double t) => t < 0.0015 ? 0 : -1;
            [Connection(nameof(Stop), nameof(Learned), Synapse = null)] partial Connection Learning { get; }
            """,
        [1, 1.2, 1.2]);

    [Fact]
    public void T55_Reset_forgets_what_was_learned()
    {
        NeuralModel model = CompiledModel.Run(PES + RecordOf("Weights"), steps: 3);
        model.Reset();
        model.RunSteps(3);
        Shows(model.Recorded("Record"), [0, -1, -2]);
    }

    private static string ErrorLate => PES.Replace("Synapse = null)] partial Connection Error", "Synapse = 0)] partial Connection Error", StringComparison.Ordinal);

    private static string RecordOf(string signal) => $"[Probe(nameof(Learned), Signal = ProbeSignal.{signal})] partial Probe Record {{ get; }}";
}
