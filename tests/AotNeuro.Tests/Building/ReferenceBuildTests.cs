using AotNeuro.Building;
using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Building;

/// <summary>Ensembles and decoders of the reference models against what Nengo built.</summary>
public sealed class ReferenceBuildTests
{
    /// <summary>Ensembles with nothing but sizes and a neuron type to their name.</summary>
    [Theory]
    [InlineData("izhikevich_sine", "ens")]
    [InlineData("izhikevich_constant", "ens")]
    [InlineData("izhikevich_intrinsically_bursting", "ens")]
    [InlineData("izhikevich_chattering", "ens")]
    [InlineData("izhikevich_fast_spiking", "ens")]
    [InlineData("izhikevich_low_threshold_spiking", "ens")]
    [InlineData("izhikevich_resonator", "ens")]
    [InlineData("izhikevich_square", "ens")]
    [InlineData("izhikevich_square", "square")]
    [InlineData("izhikevich_square_tau02", "square")]
    [InlineData("neuron_izhikevich", "a")]
    [InlineData("neuron_lif", "a")]
    [InlineData("neuron_lif_amplitude", "a")]
    [InlineData("communication_channel", "a")]
    [InlineData("communication_channel", "b")]
    [InlineData("integrator", "a")]
    [InlineData("multiplication", "a")]
    [InlineData("multiplication", "d")]
    [InlineData("controlled_oscillator", "osc")]
    [InlineData("lorenz", "a")]
    public void An_ensemble_is_the_one_that_Nengo_built(string model, string ensemble)
    {
        ReferenceEnsemble expected = ReferenceModel.Read(model).Ensembles[ensemble];
        CompareEnsemble(Build(expected), expected);
    }

    [Fact]
    public void Encoders_that_are_a_choice_are_drawn_between_evaluation_points_and_rates()
    {
        ReferenceEnsemble expected = ReferenceModel.Read("multiplication").Ensembles["c"];
        var encoders = new Choice(new double[,] { { 1.0, 1.0 }, { -1.0, 1.0 }, { 1.0, -1.0 }, { -1.0, -1.0 } });
        CompareEnsemble(Build(expected, Options(expected) with { Encoders = encoders }), expected);
    }

    [Theory]
    [InlineData("izhikevich_square", "ens", 1, "square")]
    [InlineData("izhikevich_square_tau02", "ens", 1, "square")]
    [InlineData("communication_channel", "a", 1, "identity")]
    [InlineData("integrator", "a", 0, "identity")]
    [InlineData("multiplication", "a", 2, "identity")]
    [InlineData("solver_lstsq_l2", "a", 1, "product")]
    [InlineData("controlled_oscillator", "osc", 0, "oscillator")]
    public void Decoders_are_those_that_Nengo_solved(string model, string ensemble, int connection, string function)
    {
        ReferenceModel reference = ReferenceModel.Read(model);
        ReferenceEnsemble source = reference.Ensembles[ensemble];
        ReferenceConnection expected = reference.Connections.GetAt(connection).Value;
        (DecodedFunction? decoded, int size) = Functions[function];
        var request = Requests.Of(decoded, size, seed: (uint)expected.Seed);

        DecoderBuilder.Solve(ensemble, Build(source), NeuronType(source.NeuronType), [request]);

        ReferenceComparison.Parameters("weights", request.Weights, expected.Weights!);
        ReferenceComparison.Parameters("rmses", request.Rmses.ToArray(), expected.Rmses!);
    }

    [Fact]
    public void Connections_that_share_a_solver_get_what_each_gets_alone()
    {
        ReferenceEnsemble source = ReferenceModel.Read("communication_channel").Ensembles["a"];
        BuiltEnsemble built = Build(source);
        DecodeRequest[] together = [Request(0), Request(1), Request(2)];
        DecoderBuilder.Solve("a", built, new LIF(), together);
        for (int i = 0; i < together.Length; i++)
        {
            DecodeRequest alone = Request(i);
            DecoderBuilder.Solve("a", built, new LIF(), [alone]);
            Assert.Equal(alone.Decoders, together[i].Decoders);
            Assert.Equal(alone.Rmses, together[i].Rmses);
        }

        static DecodeRequest Request(int i) => i switch
        {
            0 => Requests.Of(null, 1),
            1 => Requests.Of((x, y) => (y[0], y[1]) = (x[0] * x[0], -x[0]), 2),
            _ => Requests.Of(null, 1, solver: new LstsqL2(0.01)),
        };
    }

    private static readonly Dictionary<string, (DecodedFunction? Function, int Size)> Functions = new()
    {
        ["identity"] = (null, 1),
        ["square"] = ((x, y) => y[0] = x[0] * x[0], 1),
        ["product"] = ((x, y) => y[0] = x[0] * x[1], 1),
        ["oscillator"] = (Oscillator, 2),
    };

    private static void Oscillator(ReadOnlySpan<double> x, Span<double> y)
    {
        double speed = 0.1 * x[2] * 10.0;
        y[0] = (1.1 * x[0]) + (speed * x[1]);
        y[1] = (1.1 * x[1]) - (speed * x[0]);
    }

    private static BuiltEnsemble Build(ReferenceEnsemble reference, EnsembleOptions? options = null) =>
        EnsembleBuilder.Build("it", options ?? Options(reference), NeuronType(reference.NeuronType), (uint)reference.Seed);

    private static EnsembleOptions Options(ReferenceEnsemble reference) =>
        new() { Neurons = reference.Neurons, Dimensions = reference.Dimensions, Radius = reference.Radius };

    /// <summary>The neuron type that Nengo printed.</summary>
    private static INeuronType NeuronType(string text) => text switch
    {
        "LIF()" => new LIF(),
        "LIF(tau_rc=0.03, tau_ref=0.0015, min_voltage=-1, amplitude=0.5)" =>
            new LIF { TauRc = 0.03, TauRef = 0.0015, MinVoltage = -1.0, Amplitude = 0.5 },
        "Izhikevich()" => new Izhikevich(),
        "Izhikevich(tau_recovery=0.2)" => new Izhikevich { TauRecovery = 0.2 },
        "Izhikevich(tau_recovery=0.1)" => new Izhikevich { TauRecovery = 0.1 },
        "Izhikevich(coupling=0.25)" => new Izhikevich { Coupling = 0.25 },
        "Izhikevich(tau_recovery=0.1, coupling=0.26)" => new Izhikevich { TauRecovery = 0.1, Coupling = 0.26 },
        "Izhikevich(reset_voltage=-55, reset_recovery=4)" => new Izhikevich { ResetVoltage = -55.0, ResetRecovery = 4.0 },
        "Izhikevich(reset_voltage=-50, reset_recovery=2)" => new Izhikevich { ResetVoltage = -50.0, ResetRecovery = 2.0 },
        _ => throw new ArgumentException(text, nameof(text)),
    };

    private static void CompareEnsemble(BuiltEnsemble built, ReferenceEnsemble expected)
    {
        ReferenceComparison.EvalPoints("it", built.EvalPoints, expected);
        ReferenceComparison.Parameters("encoders", built.Encoders, expected.Encoders);
        ReferenceComparison.Parameters("max rates", built.MaxRates, expected.MaxRates!);
        ReferenceComparison.Parameters("intercepts", built.Intercepts, expected.Intercepts!);
        ReferenceComparison.Parameters("gain", built.Gain, expected.Gain!);
        ReferenceComparison.Parameters("bias", built.Bias, expected.Bias!);
        for (int i = 0; i < built.ScaledEncoders.Length; i++)
        {
            double scaled = built.Encoders[i] * built.Gain[i / built.Dimensions] / expected.Radius;
            Assert.Equal(scaled, built.ScaledEncoders[i], 1e-12 * Math.Abs(scaled));
        }
    }
}
