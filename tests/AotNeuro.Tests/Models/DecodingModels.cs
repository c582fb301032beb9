namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>multiplication</c>.</summary>
[NeuralModel(Seed = 6)]
public partial class Multiplication
{
    private static readonly Choice Corners = new(new double[,] { { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 } });

    [Node]
    private static readonly Process U = new Piecewise([(0.0, 0.0), (0.25, 10.0), (0.4, -10.0)]);

    [Node]
    private static readonly Process V = new Piecewise([(0.0, 10.0), (0.15, 2.0), (0.3, -2.0)]);

    [Ensemble(neurons: 100, dimensions: 1, Radius = 10)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 100, dimensions: 1, Radius = 10)]
    public partial Ensemble B { get; }

    [Ensemble(neurons: 200, dimensions: 2, Radius = 15, Encoders = nameof(Corners))]
    public partial Ensemble C { get; }

    [Ensemble(neurons: 100, dimensions: 1, Radius = 100)]
    public partial Ensemble D { get; }

    [Connection(nameof(U), nameof(A))]
    public partial Connection UToA { get; }

    [Connection(nameof(V), nameof(B))]
    public partial Connection VToB { get; }

    [Connection(nameof(A), nameof(C) + "[0]")]
    public partial Connection AToC { get; }

    [Connection(nameof(B), nameof(C) + "[1]")]
    public partial Connection BToC { get; }

    [Probe(nameof(C), Synapse = 0.01)]
    public partial Probe CDecoded { get; }

    [Probe(nameof(D), Synapse = 0.01)]
    public partial Probe DDecoded { get; }

    [Probe(nameof(D), Signal = ProbeSignal.Spikes)]
    public partial Probe DSpikes { get; }

    [Connection(nameof(C), nameof(D))]
    private static double Product(double x, double y) => x * y;
}

/// <summary>The reference model <c>integrator</c>.</summary>
[NeuralModel(Seed = 7)]
public partial class Integrator
{
    [Node]
    private static readonly Process U = new Piecewise([(0.0, 0.0), (0.2, 1.0), (0.4, 0.0), (0.6, -2.0), (0.8, 0.0)]);

    private static readonly double[,] Tenth = { { 0.1 } };

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble A { get; }

    [Connection(nameof(A), nameof(A), Synapse = 0.1)]
    public partial Connection Recurrent { get; }

    [Connection(nameof(U), nameof(A), Transform = nameof(Tenth), Synapse = 0.1)]
    public partial Connection UToA { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }
}

/// <summary>The reference model <c>controlled_oscillator</c>.</summary>
[NeuralModel(Seed = 8)]
public partial class ControlledOscillator
{
    [Node(SizeOut = 2)]
    private static readonly Process Kick = new Piecewise([(0.0, new[] { 1.0, 0.0 }), (0.1, new[] { 0.0, 0.0 })]);

    [Node]
    private static readonly Process Speed = new Piecewise([(0.0, 1.0), (0.5, 0.5)]);

    [Ensemble(neurons: 300, dimensions: 3, Radius = 1.7)]
    public partial Ensemble Osc { get; }

    [Connection(nameof(Osc), "Osc[..2]", Function = nameof(Feedback), Synapse = 0.1)]
    public partial Connection Recurrent { get; }

    [Connection(nameof(Kick), "Osc[..2]")]
    public partial Connection KickToOsc { get; }

    [Connection(nameof(Speed), "Osc[2]")]
    public partial Connection SpeedToOsc { get; }

    [Probe(nameof(Osc), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Probe(nameof(Osc), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    private static (double, double) Feedback(double x, double y, double speed)
    {
        double s = 0.1 * speed * 10.0;
        return (1.1 * x + s * y, 1.1 * y - s * x);
    }
}

/// <summary>The reference model <c>lorenz</c>.</summary>
[NeuralModel(Seed = 9)]
public partial class Lorenz
{
    [Ensemble(neurons: 400, dimensions: 3, Radius = 60)]
    public partial Ensemble A { get; }

    [Probe(nameof(A), Synapse = 0.01, SampleEvery = 0.005)]
    public partial Probe Decoded { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }

    [Connection(nameof(A), nameof(A), Synapse = 0.1)]
    private static (double, double, double) Attractor(double x, double y, double z)
    {
        double dx = -10.0 * x + 10.0 * y;
        double dy = -x * z - y;
        double dz = x * y - 8.0 / 3.0 * (z + 28.0) - 28.0;
        return (dx * 0.1 + x, dy * 0.1 + y, dz * 0.1 + z);
    }
}

/// <summary>The reference model <c>neuron_connections</c>.</summary>
[NeuralModel(Seed = 10)]
public partial class NeuronConnections
{
    private static readonly double[,] Weights = Draws.Normal(seed: 1, rows: 20, columns: 30, scale: 1e-2);

    private static readonly double[,] Inhibition = Draws.Constant(rows: 15, columns: 1, value: -2.5);

    [Node]
    private static readonly Process Gate = new Piecewise([(0.0, 0.0), (0.2, 1.0)]);

    [Ensemble(neurons: 30, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection("A.Neurons", "B.Neurons", Transform = nameof(Weights), Synapse = 0.01)]
    public partial Connection NeuronsToNeurons { get; }

    [Connection(nameof(Gate), "A.Neurons[..15]", Transform = nameof(Inhibition))]
    public partial Connection GateToNeurons { get; }

    [Connection("A[0]", nameof(B), Function = nameof(Half), Synapse = 0.02)]
    public partial Connection HalfToB { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes)]
    public partial Probe ASpikes { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(B), Synapse = 0.02)]
    public partial Probe BDecoded { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);

    private static double Half(double x) => x * 0.5;
}

/// <summary>The reference model <c>full_weights</c>.</summary>
[NeuralModel(Seed = 13)]
public partial class FullWeights
{
    [Ensemble(neurons: 30, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B), Weights = true)]
    public partial Connection AToB { get; }

    [Probe(nameof(B), Synapse = 0.02)]
    public partial Probe BDecoded { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}

/// <summary>The reference models <c>solver_*</c>: one model with the solver that is chosen when it is made.</summary>
[NeuralModel(Seed = 12)]
public partial class SolverModel
{
    [ThreadStatic]
    private static Solver? _chosen;

    private static Solver Chosen => _chosen ?? new LstsqL2();

    [Ensemble(neurons: 40, dimensions: 2)]
    public partial Ensemble A { get; }

    [Node(SizeIn = 1)]
    public partial Node B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B), Function = nameof(Product), Synapse = 0.02, Solver = nameof(Chosen))]
    public partial Connection AToB { get; }

    [Probe(nameof(B), SampleEvery = 0.005)]
    public partial Probe BProbe { get; }

    /// <summary>The model with a solver.</summary>
    public static SolverModel With(Solver solver)
    {
        _chosen = solver;
        return new();
    }

    [Node]
    private static (double, double) Stimulus(double t) => (NumPySine.Sin(6.0 * t), NumPySine.Cos(6.0 * t));

    private static double Product(double x, double y) => x * y;
}
