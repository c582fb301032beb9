#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj
#:property Optimize=true

// A neuron type of one's own: the theta neuron of G. B. Ermentrout and N. Kopell, SIAM Journal on Applied Mathematics 46 (1986),
// the normal form of all neurons that start to fire at arbitrarily low rates.
using AotNeuro;
using AotNeuro.Plotting;

var model = new ThetaNeurons();
model.Run(seconds: 2.0);

double[] currents = [.. Enumerable.Range(0, 111).Select(i => 0.1 * i - 1.0)];
var rates = new double[currents.Length];
model.Cells.NeuronType.Rates(currents, rates);
double[] exact = Array.ConvertAll(currents, current => Math.Sqrt(Math.Max(current, 0.0)) / (Math.PI * 0.005));
double[] times = model.Decoded.Times();
var figure = new Figure(800, 560) { Title = "Theta neurons" };
Panel curve = figure.AddPanel("Firing rate, measured and in closed form");
(curve.XTitle, curve.YTitle) = ("current", "rate (Hz)");
curve.Reference(currents, exact, "sqrt(J) / (pi tau)").Line(currents, rates, "measured");
Panel value = figure.AddPanel("Fifty neurons follow a sine wave, 30 ms filter");
(value.XTitle, value.YTitle) = ("time (s)", "value");
value.Reference(times, Array.ConvertAll(times, ThetaNeurons.Stimulus), "stimulus").Line(times, model.Decoded.Values, "decoded");

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;
figure.Save(Path.Combine(folder, "theta-neuron.png"));
double[] errors = [.. rates.Zip(exact, (ours, theirs) => Math.Abs(ours - theirs)).Take(31)];
Console.WriteLine($"Up to a current of 2 the measured rates are off by at most {errors.Max():0.0} Hz; beyond, steps of 1 ms are too long for it.");

/// <summary>tau theta' = 1 - cos(theta) + (1 + cos(theta)) J, with a spike where theta passes pi, by the midpoint method.</summary>
[NeuronType]
partial struct Theta
{
    [NeuronParameter] public double Tau = 0.005;
    [NeuronState(-1.0, 1.0)] public double Phase;

    public Theta()
    {
    }

    public bool Step(double current, double dt)
    {
        double cosine = Math.Cos(Phase);
        double middle = Math.Cos(Phase + 0.5 * dt / Tau * (1.0 - cosine + (1.0 + cosine) * current));
        double phase = Phase + dt / Tau * (1.0 - middle + (1.0 + middle) * current);
        bool spiked = phase > Math.PI;
        Phase = spiked ? phase - 2.0 * Math.PI : phase;
        return spiked;
    }
}

sealed class ThetaAttribute : NeuronTypeAttribute<Theta>
{
    public double Tau { get; set; }
}

[NeuralModel(Seed = 2)]
partial class ThetaNeurons
{
    static readonly Uniform Rates = new(80.0, 120.0);

    [Ensemble(neurons: 50, dimensions: 1, MaxRates = nameof(Rates)), Theta]
    public partial Ensemble Cells { get; }

    [Connection(nameof(Stimulus), nameof(Cells))]
    partial Connection StimulusToCells { get; }

    [Probe(nameof(Cells), Synapse = 0.03)]
    public partial Probe Decoded { get; }

    [Node]
    public static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);
}
