namespace AotNeuro.Benchmarks;

/// <summary>W4, an integrator of two dimensions: 1,000 LIF neurons connected to themselves.</summary>
[NeuralModel(Seed = 0)]
public partial class Integrator
{
    [Ensemble(neurons: 1000, dimensions: 2), LIF]
    public partial Ensemble Ens { get; }

    [Connection(nameof(Stimulus), nameof(Ens), Transform = 0.1, Synapse = 0.1)]
    public partial Connection StimulusToEns { get; }

    [Connection(nameof(Ens), nameof(Ens), Synapse = 0.1)]
    public partial Connection Recurrent { get; }

    [Probe(nameof(Ens), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (Math.Sin(2 * Math.PI * t), Math.Cos(2 * Math.PI * t));
}

/// <summary>W5L, a memory of sixteen dimensions: 10,000 LIF neurons connected to themselves.</summary>
[NeuralModel(Seed = 0)]
public partial class LargeMemory
{
    [Ensemble(neurons: 10000, dimensions: 16), LIF]
    public partial Ensemble Ens { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    public partial Connection StimulusToEns { get; }

    [Connection(nameof(Ens), nameof(Ens), Synapse = 0.1)]
    public partial Connection Recurrent { get; }

    [Probe(nameof(Ens), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node(SizeOut = 16)]
    private static void Stimulus(double t, Span<double> y) => y.Fill(Math.Sin(2 * Math.PI * t) / 8);
}

/// <summary>W5I, the same of Izhikevich neurons.</summary>
[NeuralModel(Seed = 0)]
public partial class LargeIzhikevichMemory
{
    [Ensemble(neurons: 10000, dimensions: 16), Izhikevich]
    public partial Ensemble Ens { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    public partial Connection StimulusToEns { get; }

    [Connection(nameof(Ens), nameof(Ens), Synapse = 0.1)]
    public partial Connection Recurrent { get; }

    [Probe(nameof(Ens), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node(SizeOut = 16)]
    private static void Stimulus(double t, Span<double> y) => y.Fill(Math.Sin(2 * Math.PI * t) / 8);
}

/// <summary>W6, an array of 512 ensembles of 50 LIF neurons, and another that receives what it holds.</summary>
[NeuralModel(Seed = 0)]
public partial class Arrays
{
    [EnsembleArray(neurons: 50, ensembles: 512)]
    public partial EnsembleArray A { get; }

    [EnsembleArray(neurons: 50, ensembles: 512)]
    public partial EnsembleArray B { get; }

    [Connection(nameof(Stimulus), "A.Input")]
    public partial Connection StimulusToA { get; }

    [Connection("A.Output", "B.Input")]
    public partial Connection AToB { get; }

    [Probe("B.Output", Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node(SizeOut = 512)]
    private static void Stimulus(double t, Span<double> y) => y.Fill(Math.Sin(2 * Math.PI * t));
}

/// <summary>W7, a learned channel: PES changes the decoders of 200 LIF neurons.</summary>
[NeuralModel(Seed = 0)]
public partial class LearnedChannel
{
    [Ensemble(neurons: 200, dimensions: 2), LIF]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 200, dimensions: 2), LIF]
    public partial Ensemble B { get; }

    [Node(SizeIn = 2)]
    public partial Node Error { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B)), PES]
    public partial Connection Learned { get; }

    [Connection(nameof(B), nameof(Error))]
    public partial Connection Actual { get; }

    [Connection(nameof(Stimulus), nameof(Error), Transform = -1.0)]
    public partial Connection Wanted { get; }

    [Connection(nameof(Error), nameof(Learned))]
    public partial Connection Teach { get; }

    [Probe(nameof(B), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node]
    private static (double, double) Stimulus(double t) => (Math.Sin(2 * Math.PI * t), Math.Cos(2 * Math.PI * t));
}

/// <summary>W8, the circular convolution of vectors of 256 dimensions, 100 LIF neurons for each.</summary>
[NeuralModel(Seed = 0)]
public partial class Convolution256
{
    [CircularConvolution(100, 256)]
    public partial CircularConvolution Convolution { get; }

    [Connection(nameof(First), "Convolution.InputA")]
    public partial Connection FirstToConvolution { get; }

    [Connection(nameof(Second), "Convolution.InputB")]
    public partial Connection SecondToConvolution { get; }

    [Probe("Convolution.Output", Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node(SizeOut = 256)]
    private static void First(double t, Span<double> y) => y.Fill(Math.Sin(2 * Math.PI * t) / 16);

    [Node(SizeOut = 256)]
    private static void Second(double t, Span<double> y) => y.Fill(Math.Cos(2 * Math.PI * t) / 16);
}

/// <summary>W9, a million Izhikevich neurons with currents of their own.</summary>
[NeuralModel(Seed = 0)]
public partial class MillionIzhikevich
{
    private static readonly Distribution Currents = new Uniform(0.0, 10.0);

    [Ensemble(neurons: 1000000, dimensions: 1, EvalPointCount = 1, Gain = 1.0, Bias = nameof(Currents)), Izhikevich]
    public partial Ensemble Ens { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Voltage, SampleEvery = 0.1, KeepLast = 1)]
    public partial Probe Voltage { get; }
}

/// <summary>W9, a million LIF neurons with currents of their own.</summary>
[NeuralModel(Seed = 0)]
public partial class MillionLIF
{
    private static readonly Distribution Currents = new Uniform(0.5, 3.0);

    [Ensemble(neurons: 1000000, dimensions: 1, EvalPointCount = 1, Gain = 1.0, Bias = nameof(Currents)), LIF]
    public partial Ensemble Ens { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Voltage, SampleEvery = 0.1, KeepLast = 1)]
    public partial Probe Voltage { get; }
}
