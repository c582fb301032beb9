#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj
#:property Optimize=true

// A neuron type of one's own: the adaptive exponential integrate-and-fire neuron of R. Brette and W. Gerstner, Journal of
// Neurophysiology 94 (2005). One neuron alone shows its adaptation; fifty hold a value, as any other type would.
using AotNeuro;
using AotNeuro.Plotting;

var single = new SingleCell();
single.Run(seconds: 0.5);
var population = new Population();
population.Run(seconds: 2.0);

var figure = new Figure(800, 700) { Title = "Adaptive exponential neurons" };
Panel voltage = figure.AddPanel("One neuron under a constant current");
voltage.YTitle = "voltage (mV)";
voltage.Line(single.Voltage.Times(), single.Voltage.Values);
Panel adaptation = figure.AddPanel("Its adaptation", height: 0.7);
adaptation.YTitle = "w (pA)";
adaptation.Line(single.Adaptation.Times(), single.Adaptation.Values);
double[] times = population.Decoded.Times();
Panel value = figure.AddPanel("Fifty neurons follow a sine wave, 50 ms filter", height: 1.2);
(value.XTitle, value.YTitle) = ("time (s)", "value");
value.Reference(times, Array.ConvertAll(times, Population.Stimulus), "stimulus").Line(times, population.Decoded.Values, "decoded");

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;
figure.Save(Path.Combine(folder, "adaptive-exponential.png"));
double[] spikes = [.. single.Spikes.Spikes.ToArray().Select(spike => spike.Time)];
Console.WriteLine($"{spikes.Length} spikes; the first two are {1000 * (spikes[1] - spikes[0]):0} ms apart, the last two {1000 * (spikes[^1] - spikes[^2]):0} ms.");

/// <summary>C v' = -gL (v - EL) + gL D exp((v - VT) / D) - w + I and tau w' = a (v - EL) - w, in mV, pA, nS, pF and ms; their table 1.</summary>
[NeuronType(SettleTime = 0.5)]
partial struct AdaptiveExponential
{
    [NeuronParameter] public double Coupling = 4.0;
    [NeuronParameter] public double SpikeAdaptation = 80.5;
    [NeuronState(-70.6, -55.0)] public double Voltage;
    [NeuronState(0.0)] public double Adaptation;

    public AdaptiveExponential()
    {
    }

    // A current of 1 is 200 pA, so that currents of some units drive the neuron.
    public bool Step(double current, double dt)
    {
        double milliseconds = 1000.0 * dt;
        double upstroke = 30.0 * 2.0 * Math.Exp((Voltage + 50.4) / 2.0);
        double voltage = Voltage + (upstroke - 30.0 * (Voltage + 70.6) - Adaptation + 200.0 * current) / 281.0 * milliseconds;
        Adaptation += (Coupling * (Voltage + 70.6) - Adaptation) / 144.0 * milliseconds;
        bool spiked = voltage > 20.0;
        Voltage = spiked ? -70.6 : voltage;
        Adaptation = spiked ? Adaptation + SpikeAdaptation : Adaptation;
        return spiked;
    }
}

sealed class AdaptiveExponentialAttribute : NeuronTypeAttribute<AdaptiveExponential>
{
    public double Coupling { get; set; }

    public double SpikeAdaptation { get; set; }
}

[NeuralModel(Seed = 1)]
partial class SingleCell
{
    [Ensemble(neurons: 1, dimensions: 1, Gain = 1, Bias = 5), AdaptiveExponential]
    public partial Ensemble Cell { get; }

    [Probe(nameof(Cell), Signal = nameof(AdaptiveExponential.Voltage))]
    public partial Probe Voltage { get; }

    [Probe(nameof(Cell), Signal = nameof(AdaptiveExponential.Adaptation))]
    public partial Probe Adaptation { get; }

    [Probe(nameof(Cell), Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }
}

[NeuralModel(Seed = 1)]
partial class Population
{
    static readonly Uniform Rates = new(30.0, 40.0);

    [Ensemble(neurons: 50, dimensions: 1, MaxRates = nameof(Rates)), AdaptiveExponential]
    public partial Ensemble Cells { get; }

    [Connection(nameof(Stimulus), nameof(Cells))]
    partial Connection StimulusToCells { get; }

    [Probe(nameof(Cells), Synapse = 0.05)]
    public partial Probe Decoded { get; }

    [Node]
    public static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);
}
