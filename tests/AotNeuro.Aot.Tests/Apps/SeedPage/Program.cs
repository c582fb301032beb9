// The model of the README as a program of its own: how large it is, how soon it steps, how much memory it takes.
using System.Diagnostics;
using AotNeuro;

var model = new SineSquared();
model.Step();

// On Linux and macOS the clock is the system's, so that the process which starts this one can subtract its own reading.
long firstStep = Stopwatch.GetTimestamp();
model.Run(seconds: 2.0);
Console.WriteLine(firstStep);
Console.WriteLine(model.SquareDecoded.Last[0]);
if (args is ["wait"])
{
    // Memory is read from outside, while the process lives: reading it here would change it.
    Thread.Sleep(10_000);
}

[NeuralModel(Seed = 0)]
partial class SineSquared
{
    [Node]
    static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);

    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble Ens { get; }

    [Ensemble(neurons: 30, dimensions: 1), Izhikevich(TauRecovery = 0.2)]
    public partial Ensemble Square { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    partial Connection StimulusToEns { get; }

    [Connection(nameof(Ens), nameof(Square))]
    static double Squared(double x) => x * x;

    [Probe(nameof(Square), Synapse = 0.03)]
    public partial Probe SquareDecoded { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Spikes)]
    public partial Probe EnsSpikes { get; }
}
