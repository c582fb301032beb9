#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj

// Nengo's controlled oscillator: two dimensions go round, and the third says how fast and in which direction.
using AotNeuro;
using AotNeuro.Plotting;

var model = new ControlledOscillator();
model.Run(seconds: 5.0);

double[] times = model.State.Times();
double[] x = model.State.Data.Column(0);
double[] y = model.State.Data.Column(1);
var figure = new Figure(800, 560) { Title = "An oscillator whose speed is decoded with it", SharedX = true };
Panel speed = figure.AddPanel("Speed wanted", height: 0.6);
speed.YTitle = "speed";
speed.Reference(times, model.SpeedValue.Values);
Panel state = figure.AddPanel("Decoded state, 20 ms filter", height: 1.5);
(state.XTitle, state.YTitle) = ("time (s)", "value");
state.Line(times, x, "x").Line(times, y, "y");

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;
figure.Save(Path.Combine(folder, "controlled-oscillator.png"));
Console.WriteLine($"x crosses zero {Crossings(0.5, 2.0)} times between 0.5 and 2 s, and {Crossings(2.5, 4.0)} times between 2.5 and 4 s at half the speed.");

int Crossings(double from, double to) =>
    Enumerable.Range(1, x.Length - 1).Count(i => times[i] >= from && times[i] < to && x[i - 1] < 0.0 != x[i] < 0.0);

[NeuralModel(Seed = 8)]
partial class ControlledOscillator
{
    const double Tau = 0.1;

    // A kick starts the oscillation.
    [Node(SizeOut = 2)]
    static readonly Process Kick = new Piecewise([(0.0, new[] { 1.0, 0.0 }), (0.1, new[] { 0.0, 0.0 })]);

    [Node]
    static readonly Process Speed = new Piecewise([(0.0, 1.0), (2.0, 0.5), (4.0, -1.0)]);

    [Ensemble(neurons: 500, dimensions: 3, Radius = 1.7)]
    public partial Ensemble Osc { get; }

    [Connection(nameof(Kick), "Osc[..2]")]
    partial Connection KickToOsc { get; }

    [Connection(nameof(Speed), "Osc[2]")]
    partial Connection SpeedToOsc { get; }

    [Connection(nameof(Osc), "Osc[..2]", Synapse = Tau)]
    static (double, double) Turn(double x, double y, double speed)
    {
        double turn = Tau * speed * 10.0;
        return (1.1 * x - turn * y, turn * x + 1.1 * y);
    }

    [Probe(nameof(Osc), Synapse = 0.02)]
    public partial Probe State { get; }

    [Probe(nameof(Speed))]
    public partial Probe SpeedValue { get; }
}
