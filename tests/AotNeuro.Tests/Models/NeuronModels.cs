namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>neuron_lif_amplitude</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class LIFAmplitudeNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), LIF(TauRc = 0.03, TauRef = 0.0015, Amplitude = 0.5, MinVoltage = -1.0)]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage, SampleEvery = 0.005)]
    public partial Probe Voltage { get; }

    [Probe(nameof(A), Signal = ProbeSignal.RefractoryTime, SampleEvery = 0.005)]
    public partial Probe RefractoryTime { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_lif_rate</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class LIFRateNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), LIFRate]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Output)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_adaptive_lif</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class AdaptiveLIFNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), AdaptiveLIF(TauN = 0.5, IncN = 0.02)]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage, SampleEvery = 0.005)]
    public partial Probe Voltage { get; }

    [Probe(nameof(A), Signal = ProbeSignal.RefractoryTime, SampleEvery = 0.005)]
    public partial Probe RefractoryTime { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Adaptation, SampleEvery = 0.005)]
    public partial Probe Adaptation { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_adaptive_lif_rate</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class AdaptiveLIFRateNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), AdaptiveLIFRate(TauN = 0.5, IncN = 0.02)]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Output)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Adaptation, SampleEvery = 0.005)]
    public partial Probe Adaptation { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_relu</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class RectifiedLinearNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), RectifiedLinear]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Output)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_spiking_relu</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class SpikingRectifiedLinearNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), SpikingRectifiedLinear(Amplitude = 0.7)]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage, SampleEvery = 0.005)]
    public partial Probe Voltage { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_sigmoid</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class SigmoidNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), Sigmoid]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Output)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_tanh</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class TanhNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), Tanh]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Output)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}

/// <summary>The reference model <c>neuron_regular_spiking</c>.</summary>
[NeuralModel(Seed = 11)]
public partial class RegularSpikingNeurons
{
    [Ensemble(neurons: 40, dimensions: 2), LIFRate, RegularSpiking]
    public partial Ensemble A { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Output { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Current, SampleEvery = 0.01)]
    public partial Probe Input { get; }

    [Probe(nameof(A), Signal = ProbeSignal.RateOut, SampleEvery = 0.005)]
    public partial Probe RateOut { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Voltage, SampleEvery = 0.005)]
    public partial Probe Voltage { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(4 * Math.PI * t), NumPySine.Cos(4 * Math.PI * t));
}
