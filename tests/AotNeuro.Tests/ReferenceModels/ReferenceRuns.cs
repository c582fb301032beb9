using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.ReferenceModels;

/// <summary>All reference models that can be said so far.</summary>
internal static class ReferenceRuns
{
    private static readonly (string, string)[] PageProbes = [("decoded", "Decoded"), ("spikes", "Spikes"), ("voltage", "Voltage"), ("recovery", "Recovery")];

    public static readonly IReadOnlyList<ReferenceRun> All =
    [
        Page("sine", _ => { }),
        Page("constant", page => page.Stimulus.Output = 0.2),
        Page("intrinsically_bursting", page => (page.Stimulus.Output, page.ResetVoltage, page.ResetRecovery) = (0.2, -55.0, 4.0)),
        Page("chattering", page => (page.Stimulus.Output, page.ResetVoltage, page.ResetRecovery) = (0.2, -50.0, 2.0)),
        Page("fast_spiking", page => (page.Stimulus.Output, page.TauRecovery) = (0.2, 0.1)),
        Page("low_threshold_spiking", page => (page.Stimulus.Output, page.Coupling) = (0.2, 0.25)),
        Page("resonator", page => (page.Stimulus.Output, page.TauRecovery, page.Coupling) = (0.2, 0.1, 0.26)),
        Square("izhikevich_square", 0.02),
        Square("izhikevich_square_tau02", 0.2),
        Neuron("izhikevich", () => new IzhikevichNeurons(), ("voltage", "Voltage"), ("recovery", "Recovery")),
        Neuron("lif", () => new LIFNeurons(), ("voltage", "Voltage"), ("refractory_time", "RefractoryTime")),
        Neuron("lif_amplitude", () => new LIFAmplitudeNeurons(), ("voltage", "Voltage"), ("refractory_time", "RefractoryTime")),
        Neuron("lif_rate", () => new LIFRateNeurons()),
        Neuron("adaptive_lif", () => new AdaptiveLIFNeurons(), ("voltage", "Voltage"), ("refractory_time", "RefractoryTime"), ("adaptation", "Adaptation")),
        Neuron("adaptive_lif_rate", () => new AdaptiveLIFRateNeurons(), ("adaptation", "Adaptation")),
        Neuron("relu", () => new RectifiedLinearNeurons()),
        Neuron("spiking_relu", () => new SpikingRectifiedLinearNeurons(), ("voltage", "Voltage")),
        Neuron("sigmoid", () => new SigmoidNeurons()),
        Neuron("tanh", () => new TanhNeurons()),
        Neuron("regular_spiking", () => new RegularSpikingNeurons(), ("rate_out", "RateOut"), ("voltage", "Voltage")),
        new(
            "communication_channel",
            () => new CommunicationChannel(),
            [("a", "A"), ("b", "B")],
            [("1", "AToB")],
            [("a", "ADecoded"), ("b", "BDecoded"), ("a_spikes", "ASpikes"), ("b_spikes", "BSpikes")]),
    ];

    private static ReferenceRun Page(string variant, Action<IzhikevichPage> tune)
    {
        IzhikevichPage Create()
        {
            var page = new IzhikevichPage();
            tune(page);
            return page;
        }

        return new($"izhikevich_{variant}", Create, [("ens", "Ens")], [], PageProbes);
    }

    private static ReferenceRun Square(string name, double tauRecovery) => new(
        name,
        () => new IzhikevichSquare { SquareTauRecovery = tauRecovery },
        [("ens", "Ens"), ("square", "Square")],
        [("1", "Squared")],
        [.. PageProbes, ("square", "SquareDecoded"), ("square_spikes", "SquareSpikes")]);

    private static ReferenceRun Neuron(string type, Func<NeuralModel> create, params (string, string)[] states) =>
        new($"neuron_{type}", create, [("a", "A")], [], [("decoded", "Decoded"), ("output", "Output"), ("input", "Input"), .. states]);
}
