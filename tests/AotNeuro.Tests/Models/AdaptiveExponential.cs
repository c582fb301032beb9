using AotNeuro.Numerics;

namespace AotNeuro.Tests.Models;

/// <summary>
/// The adaptive exponential integrate-and-fire neuron of R. Brette and W. Gerstner, "Adaptive exponential integrate-and-fire model as
/// an effective description of neuronal activity", Journal of Neurophysiology 94 (2005), equations 1 to 3, with its table 1.
/// </summary>
/// <remarks>
/// <c>C v' = -gL (v - EL) + gL D exp((v - VT) / D) - w + I</c>, <c>tau_w w' = a (v - EL) - w</c>; at <c>v > 20</c> mV: <c>v = EL</c>, <c>w += b</c>.
/// Voltages in mV, currents in pA, conductances in nS, C in pF, so that time is in ms. A neuron's current is in units of
/// <see cref="CurrentUnit"/>, 200 pA: it starts to fire at about 3 and reaches some 40 Hz at 10.
/// </remarks>
[NeuronType(SettleTime = 0.5)]
internal partial struct AdaptiveExponential
{
    [NeuronParameter] public double Capacitance = 281.0;
    [NeuronParameter] public double LeakConductance = 30.0;
    [NeuronParameter] public double LeakPotential = -70.6;
    [NeuronParameter] public double Threshold = -50.4;
    [NeuronParameter] public double Slope = 2.0;
    [NeuronParameter] public double TauAdaptation = 144.0;
    [NeuronParameter] public double Coupling = 4.0;
    [NeuronParameter] public double SpikeAdaptation = 80.5;
    [NeuronParameter] public double CurrentUnit = 200.0;

    [NeuronState(-70.6, -55.0)] public double Voltage;
    [NeuronState(0.0)] public double Adaptation;

    public AdaptiveExponential()
    {
    }

    /// <summary>Euler's method. The spike is cut off where it would blow up, and its step is its last.</summary>
    public bool Step(double current, double dt)
    {
        double milliseconds = 1000.0 * dt;
        double leak = LeakConductance * (Voltage - LeakPotential);
        double upstroke = LeakConductance * Slope * PortableMath.Exp((Voltage - Threshold) / Slope);
        double voltage = Voltage + (upstroke - leak - Adaptation + CurrentUnit * current) / Capacitance * milliseconds;
        Adaptation += (Coupling * (Voltage - LeakPotential) - Adaptation) / TauAdaptation * milliseconds;
        bool spiked = voltage > 20.0;
        Voltage = spiked ? LeakPotential : voltage;
        Adaptation = spiked ? Adaptation + SpikeAdaptation : Adaptation;
        return spiked;
    }
}

/// <summary>Gives an ensemble <see cref="AdaptiveExponential"/> neurons.</summary>
internal sealed class AdaptiveExponentialAttribute : NeuronTypeAttribute<AdaptiveExponential>
{
    public double Coupling { get; set; }

    public double SpikeAdaptation { get; set; }
}

/// <summary>An ensemble of <see cref="AdaptiveExponential"/> neurons under a constant input, with all that they show.</summary>
[NeuralModel(Seed = 21)]
public partial class AdaptiveExponentialNeurons
{
    private static readonly Uniform Rates = new(20.0, 40.0);

    [Ensemble(neurons: 30, dimensions: 1, MaxRates = nameof(Rates)), AdaptiveExponential]
    public partial Ensemble A { get; }

    [Node(0.5)]
    public partial Node Stimulus { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.1)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current)]
    public partial Probe Current { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage)]
    public partial Probe Voltage { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Adaptation)]
    public partial Probe Adaptation { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }
}
