#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj

// Nengo's communication channel: one population of spiking neurons passes a value on to another.
using AotNeuro;
using AotNeuro.Plotting;

var model = new CommunicationChannel();
model.Run(seconds: 1.0);

double[] times = model.BDecoded.Times();
var figure = new Figure(800, 560) { Title = "A communication channel: 100 neurons to 100 neurons", SharedX = true };
Panel value = figure.AddPanel("Decoded values, 10 ms filter", height: 1.5);
value.YTitle = "value";
value.Reference(times, Array.ConvertAll(times, CommunicationChannel.Stimulus), "stimulus")
    .Line(times, model.ADecoded.Values, "A")
    .Line(times, model.BDecoded.Values, "B");
SpikeEvent[] spikes = model.BSpikes.Spikes.ToArray();
Panel raster = figure.AddPanel("Spikes of B");
(raster.XTitle, raster.YTitle) = ("time (s)", "neuron");
raster.Raster(Array.ConvertAll(spikes, spike => spike.Time), Array.ConvertAll(spikes, spike => spike.Neuron), model.B.NeuronCount);

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;
figure.Save(Path.Combine(folder, "communication-channel.png"));

// What arrives is late by the synapses on its way, about 15 ms.
double[] errors = [.. times.Index().Skip(100).Select(item => model.BDecoded.Values[item.Index] - CommunicationChannel.Stimulus(item.Item - 0.016))];
Console.WriteLine($"B follows the stimulus to {Math.Sqrt(errors.Average(error => error * error)):0.000} (root mean square).");

[NeuralModel(Seed = 5)]
partial class CommunicationChannel
{
    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble B { get; }

    [Connection(nameof(Stimulus), nameof(A))]
    partial Connection StimulusToA { get; }

    [Connection(nameof(A), nameof(B))]
    partial Connection AToB { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe ADecoded { get; }

    [Probe(nameof(B), Synapse = 0.01)]
    public partial Probe BDecoded { get; }

    [Probe(nameof(B), Signal = ProbeSignal.Spikes)]
    public partial Probe BSpikes { get; }

    [Node]
    public static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);
}
