using AotNeuro.Numerics;

namespace AotNeuro.Tests.Models;

/// <summary>
/// The theta neuron, the normal form of all neurons that start to fire at arbitrarily low rates: G. B. Ermentrout and N. Kopell,
/// "Parabolic bursting in an excitable system coupled with a slow oscillation", SIAM Journal on Applied Mathematics 46 (1986).
/// With <c>v = tan(theta / 2)</c> it is the quadratic integrate-and-fire neuron <c>tau v' = v^2 + J</c>.
/// </summary>
/// <remarks>
/// <c>tau theta' = 1 - cos(theta) + (1 + cos(theta)) J</c>, with a spike where theta passes pi. The current has no unit; a neuron fires
/// at currents above 0, at <c>sqrt(J) / (pi tau)</c> Hz: 64 Hz at 1, 201 Hz at 10.
/// </remarks>
[NeuronType]
internal partial struct ThetaNeuron
{
    [NeuronParameter] public double Tau = 0.005;
    [NeuronState(-1.0, 1.0)] public double Theta;

    public ThetaNeuron()
    {
    }

    /// <summary>The midpoint method.</summary>
    public bool Step(double current, double dt)
    {
        double cosine = PortableMath.Cos(Theta);
        double half = Theta + 0.5 * dt / Tau * (1.0 - cosine + (1.0 + cosine) * current);
        double middle = PortableMath.Cos(half);
        double theta = Theta + dt / Tau * (1.0 - middle + (1.0 + middle) * current);
        bool spiked = theta > Math.PI;
        Theta = spiked ? theta - 2.0 * Math.PI : theta;
        return spiked;
    }
}

/// <summary>Gives an ensemble <see cref="ThetaNeuron"/> neurons.</summary>
internal sealed class ThetaNeuronAttribute : NeuronTypeAttribute<ThetaNeuron>
{
    public double Tau { get; set; }
}

/// <summary>An ensemble of <see cref="ThetaNeuron"/> neurons that follows a slow wave.</summary>
[NeuralModel(Seed = 22)]
public partial class ThetaNeurons
{
    private static readonly Uniform Rates = new(80.0, 120.0);

    [Ensemble(neurons: 50, dimensions: 1, MaxRates = nameof(Rates)), ThetaNeuron]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current)]
    public partial Probe Current { get; }

    [Probe(nameof(A), Signal = nameof(ThetaNeuron.Theta))]
    public partial Probe Theta { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Node]
    private static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);
}
