namespace AotNeuro.Tests.Models;

/// <summary>The reference models <c>izhikevich_*</c> of one ensemble: all six cell classes and both stimuli in one class.</summary>
[NeuralModel(Seed = 0)]
public partial class IzhikevichPage
{
    [Node(nameof(Sine))]
    public partial Node Stimulus { get; }

    [Ensemble(neurons: 10, dimensions: 1), Izhikevich]
    public partial Ensemble Ens { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    public partial Connection StimulusToEns { get; }

    [Probe(nameof(Ens), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Voltage)]
    public partial Probe Voltage { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Recovery)]
    public partial Probe Recovery { get; }

    [Tunable(nameof(Ens), nameof(Izhikevich.TauRecovery))]
    public partial double TauRecovery { get; set; }

    [Tunable(nameof(Ens), nameof(Izhikevich.Coupling))]
    public partial double Coupling { get; set; }

    [Tunable(nameof(Ens), nameof(Izhikevich.ResetVoltage))]
    public partial double ResetVoltage { get; set; }

    [Tunable(nameof(Ens), nameof(Izhikevich.ResetRecovery))]
    public partial double ResetRecovery { get; set; }

    private static double Sine(double t) => NumPySine.Sin(2 * Math.PI * t);
}
