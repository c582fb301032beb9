namespace AotNeuro.Tests.Models;

/// <summary>The reference model <c>pes</c>.</summary>
[NeuralModel(Seed = 14)]
public partial class PesModel
{
    [Node(SizeOut = 2)]
    private static readonly Process U = new WhiteSignal(period: 1.0, high: 5.0) { Seed = 1 };

    [Ensemble(neurons: 80, dimensions: 2)]
    public partial Ensemble Pre { get; }

    [Ensemble(neurons: 80, dimensions: 2)]
    public partial Ensemble Post { get; }

    [Ensemble(neurons: 80, dimensions: 2)]
    public partial Ensemble Err { get; }

    [Connection(nameof(U), nameof(Pre))]
    public partial Connection UToPre { get; }

    [Connection(nameof(Pre), nameof(Post), Function = nameof(Nothing)), PES(LearningRate = 2e-4)]
    public partial Connection PreToPost { get; }

    [Connection(nameof(Post), nameof(Err))]
    public partial Connection PostToErr { get; }

    [Connection(nameof(Pre), nameof(Err), Function = nameof(Squares), Transform = -1)]
    public partial Connection PreToErr { get; }

    [Connection(nameof(Err), nameof(PreToPost))]
    public partial Connection ErrToRule { get; }

    [Probe(nameof(Post), Synapse = 0.01)]
    public partial Probe PostDecoded { get; }

    [Probe(nameof(PreToPost), Signal = ProbeSignal.Weights, SampleEvery = 0.25)]
    public partial Probe Weights { get; }

    [Probe(nameof(Post), Signal = ProbeSignal.Spikes)]
    public partial Probe PostSpikes { get; }

    private static (double, double) Nothing(double x, double y) => (0.0, 0.0);

    private static (double, double) Squares(double x, double y) => (x * x, y * y);
}

/// <summary>The reference model <c>learning_bcm</c>.</summary>
[NeuralModel(Seed = 15)]
public partial class BcmModel
{
    private static readonly double[,] Start = Draws.Uniform(seed: 2, rows: 15, columns: 20, high: 1e-2);

    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 15, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection("A.Neurons", "B.Neurons", Transform = nameof(Start)), BCM(LearningRate = 1e-9)]
    public partial Connection AToB { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(AToB), Signal = ProbeSignal.Weights, SampleEvery = 0.1)]
    public partial Probe Weights { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}

/// <summary>The reference model <c>learning_bcm_solver</c>.</summary>
[NeuralModel(Seed = 15)]
public partial class BcmSolverModel
{
    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 15, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B), Weights = true), BCM(LearningRate = 1e-9)]
    public partial Connection AToB { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(AToB), Signal = ProbeSignal.Weights, SampleEvery = 0.1)]
    public partial Probe Weights { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}

/// <summary>The reference model <c>learning_oja</c>.</summary>
[NeuralModel(Seed = 15)]
public partial class OjaModel
{
    private static readonly double[,] Start = Draws.Uniform(seed: 2, rows: 15, columns: 20, high: 1e-2);

    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 15, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection("A.Neurons", "B.Neurons", Transform = nameof(Start)), Oja(LearningRate = 1e-6)]
    public partial Connection AToB { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(AToB), Signal = ProbeSignal.Weights, SampleEvery = 0.1)]
    public partial Probe Weights { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}

/// <summary>The reference model <c>learning_rls</c>.</summary>
[NeuralModel(Seed = 15)]
public partial class RlsModel
{
    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 15, dimensions: 1)]
    public partial Ensemble B { get; }

    [Node(SizeIn = 1)]
    public partial Node Error { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B)), RLS(LearningRate = 1e-3)]
    public partial Connection AToB { get; }

    [Connection(nameof(B), nameof(Error))]
    public partial Connection BToError { get; }

    [Connection(nameof(Stimulus), nameof(Error), Transform = -1)]
    public partial Connection StimulusToError { get; }

    [Connection(nameof(Error), nameof(AToB))]
    public partial Connection ErrorToRule { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(AToB), Signal = ProbeSignal.Weights, SampleEvery = 0.1)]
    public partial Probe Weights { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}

/// <summary>The reference model <c>learning_voja</c>.</summary>
[NeuralModel(Seed = 15)]
public partial class VojaModel
{
    [Ensemble(neurons: 20, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 15, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    public partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B)), Voja(LearningRate = 1e-2)]
    public partial Connection AToB { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Probe(nameof(B), Signal = ProbeSignal.ScaledEncoders, SampleEvery = 0.05)]
    public partial Probe Encoders { get; }

    [Node]
    private static double Stimulus(double t) => NumPySine.Sin(2 * Math.PI * t);
}
