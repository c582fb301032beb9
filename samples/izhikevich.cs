#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj

// Nengo's page on Izhikevich neurons, compiled: neurons that follow a sine wave, six classes of cells, a decoded square.
// Writes its figures as PNG and SVG into samples/figures, or into the folder given as argument.
using AotNeuro;
using AotNeuro.Plotting;

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;

// 1. Ten neurons follow a sine wave.
var page = new IzhikevichPage();
DrawTuningCurves(page, "tuning-curves");
page.Run(seconds: 1.0);
DrawRun(page, "Ten Izhikevich neurons follow a sine wave", "sine");

// 2. The same ensemble as six classes of cells, under a constant input.
page.Stimulus.Output = 0.2;
(string Name, double A, double B, double C, double D)[] classes =
[
    ("Regular spiking (RS)", 0.02, 0.2, -65, 8),
    ("Intrinsically bursting (IB)", 0.02, 0.2, -55, 4),
    ("Chattering (CH)", 0.02, 0.2, -50, 2),
    ("Fast spiking (FS)", 0.1, 0.2, -65, 8),
    ("Low-threshold spiking (LTS)", 0.02, 0.25, -65, 8),
    ("Resonator (RZ)", 0.1, 0.26, -65, 8),
];
var gallery = new Figure(900, 520, columns: 3) { Title = "One neuron of each class, input 0.2", SharedX = true, SharedY = true };
foreach ((string name, double a, double b, double c, double d) in classes)
{
    (page.TauRecovery, page.Coupling, page.ResetVoltage, page.ResetRecovery) = (a, b, c, d);
    page.Reset();
    page.Run(seconds: 0.4);
    int neuron = SlowestActive(page.Spikes, page.Ens.NeuronCount);
    Panel panel = gallery.AddPanel(name);
    (panel.XTitle, panel.YTitle) = ("time (s)", "voltage (mV)");
    panel.Line(page.Voltage.Times(), page.Voltage.Data.Column(neuron));
    Console.WriteLine($"{name,-28} {page.Spikes.Spikes.Count,5} spikes in {page.Time:0.0} s");
}

Save(gallery, "cell-classes");

// 3. Thirty neurons, and thirty more that receive the square of what they hold.
var square = new SineSquared();
square.Run(seconds: 2.0);
DrawSquare(square, "A square, decoded", "square");
square.SquareTauRecovery = 0.2;
square.Run(seconds: 2.0);
DrawSquare(square, "A square, decoded; recovery ten times faster", "square-fast-recovery");
Console.WriteLine($"The decoders of the square are off by {square.Connections[1].SolverReport.Rmses[0]:0.000} (root mean square).");

void DrawTuningCurves(IzhikevichPage model, string file)
{
    TuningCurves curves = model.Ens.TuningCurves();
    var figure = new Figure(800, 400);
    Panel panel = figure.AddPanel("Tuning curves of ten Izhikevich neurons");
    (panel.XTitle, panel.YTitle) = ("input", "firing rate (Hz)");
    panel.TuningCurves(curves.Inputs.Values, curves.Rates);
    Save(figure, file);
}

void DrawRun(IzhikevichPage model, string title, string file)
{
    double[] times = model.Decoded.Times();
    var figure = new Figure(800, 820) { Title = title, SharedX = true };
    Panel value = figure.AddPanel("Decoded value", height: 1.2);
    value.YTitle = "value";
    value.Reference(times, Array.ConvertAll(times, IzhikevichPage.Sine), "stimulus").Line(times, model.Decoded.Values, "decoded, 30 ms filter");
    AddRaster(figure, model.Spikes, model.Ens.NeuronCount);
    Panel voltage = figure.AddPanel("Voltage of neuron 0");
    voltage.YTitle = "voltage (mV)";
    voltage.Line(times, model.Voltage.Data.Column(0));
    Panel recovery = figure.AddPanel("Recovery of neuron 0");
    (recovery.XTitle, recovery.YTitle) = ("time (s)", "recovery");
    recovery.Line(times, model.Recovery.Data.Column(0));
    Save(figure, file);
}

void DrawSquare(SineSquared model, string title, string file)
{
    double[] times = model.SquareDecoded.Times();
    var figure = new Figure(800, 700) { Title = title, SharedX = true };
    Panel value = figure.AddPanel("Decoded values", height: 1.4);
    value.YTitle = "value";
    value.Reference(times, Array.ConvertAll(times, t => Math.Pow(Math.Sin(2 * Math.PI * t), 2)), "exact square")
        .Line(times, model.EnsDecoded.Values, "ens")
        .Line(times, model.SquareDecoded.Values, "square");
    AddRaster(figure, model.EnsSpikes, model.Ens.NeuronCount, "Spikes of ens");
    AddRaster(figure, model.SquareSpikes, model.Square.NeuronCount, "Spikes of square").XTitle = "time (s)";
    Save(figure, file);
}

static Panel AddRaster(Figure figure, Probe probe, int neurons, string title = "Spikes")
{
    SpikeEvent[] spikes = probe.Spikes.ToArray();
    Panel panel = figure.AddPanel(title);
    panel.YTitle = "neuron";
    return panel.Raster(Array.ConvertAll(spikes, spike => spike.Time), Array.ConvertAll(spikes, spike => spike.Neuron), neurons);
}

// Slow neurons show the shape of their spikes: the one that fires least, of those that fire on.
static int SlowestActive(Probe probe, int neurons)
{
    var counts = new int[neurons];
    foreach (SpikeEvent spike in probe.Spikes)
    {
        counts[spike.Neuron]++;
    }

    return Enumerable.Range(0, neurons).Where(neuron => counts[neuron] >= 5).MinBy(neuron => counts[neuron]);
}

void Save(Figure figure, string name)
{
    foreach (string extension in (string[])[".png", ".svg"])
    {
        figure.Save(Path.Combine(folder, name + extension));
    }

    Console.WriteLine($"{Path.Combine(folder, name)}.png, .svg");
}

// Parameters that are declared tunable can change between runs; the model is then built anew.
[NeuralModel(Seed = 0)]
partial class IzhikevichPage
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

    public static double Sine(double t) => Math.Sin(2 * Math.PI * t);
}

[NeuralModel(Seed = 0)]
partial class SineSquared
{
    [Node]
    static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);

    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble Ens { get; }

    [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
    public partial Ensemble Square { get; }

    [Connection(nameof(Stimulus), nameof(Ens))]
    partial Connection StimulusToEns { get; }

    // A method that carries [Connection] is the function which that connection decodes.
    [Connection(nameof(Ens), nameof(Square))]
    static double Squared(double x) => x * x;

    [Probe(nameof(Ens), Synapse = 0.03)]
    public partial Probe EnsDecoded { get; }

    [Probe(nameof(Ens), Signal = ProbeSignal.Spikes)]
    public partial Probe EnsSpikes { get; }

    [Probe(nameof(Square), Synapse = 0.03)]
    public partial Probe SquareDecoded { get; }

    [Probe(nameof(Square), Signal = ProbeSignal.Spikes)]
    public partial Probe SquareSpikes { get; }

    [Tunable(nameof(Square), nameof(Izhikevich.TauRecovery))]
    public partial double SquareTauRecovery { get; set; }
}
