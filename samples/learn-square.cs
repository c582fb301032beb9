#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj

// Nengo's "learning to square the input": a connection starts as nothing and learns x^2 from an error (PES). At 15 s the
// neurons of the error are silenced, and what was learned stays.
using AotNeuro;
using AotNeuro.Plotting;

const double StopLearning = 15.0;
var model = new LearnSquare();
model.Run(seconds: 20.0);

double[] times = model.Post.Times();
double[] exact = [.. model.Input.Values.ToArray().Select(x => x * x)];
var figure = new Figure(800, 560) { Title = "A square, learned" };
Panel before = figure.AddPanel("First second: learning begins");
before.YTitle = "value";
Draw(before, 0.0, 1.0);
Panel after = figure.AddPanel("Last four seconds: learning is switched off");
(after.XTitle, after.YTitle) = ("time (s)", "value");
Draw(after, 16.0, 20.0);

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;
figure.Save(Path.Combine(folder, "learn-square.png"));
Console.WriteLine($"After learning the square is off by {Rms(model.Post.Values.ToArray()):0.00} (root mean square); a connection that learned nothing would be by {Rms(new double[times.Length]):0.00}.");

void Draw(Panel panel, double from, double to)
{
    Range part = Part(from, to);
    panel.Reference(times[part], exact[part], "exact square").Line(times[part], model.Post.Values[part], "decoded, 20 ms filter");
}

double Rms(double[] decoded)
{
    (int first, int count) = Part(StopLearning + 1.0, 20.0).GetOffsetAndLength(times.Length);

    // What is decoded comes some 30 ms after what goes in.
    return Math.Sqrt(Enumerable.Range(first, count - 30).Average(i => Math.Pow(decoded[i + 30] - exact[i], 2)));
}

Range Part(double from, double to) => (int)(from * 1000)..(int)(to * 1000);

[NeuralModel(Seed = 0)]
partial class LearnSquare
{
    [Node]
    static readonly Process Signal = new WhiteSignal(period: 60.0, high: 2.0, rms: 0.45) { Seed = 4 };

    // Twenty per neuron silences it, whatever it takes in.
    static readonly double[,] Silence = Column(100, -20.0);

    [Node]
    static double Stop(double t) => t < 15.0 ? 0.0 : 1.0;

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble Pre { get; }

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble Result { get; }

    [Ensemble(neurons: 100, dimensions: 1)]
    public partial Ensemble Error { get; }

    [Connection(nameof(Signal), nameof(Pre))]
    partial Connection SignalToPre { get; }

    [Connection(nameof(Pre), nameof(Result), Function = nameof(Nothing)), PES(LearningRate = 5e-4)]
    public partial Connection Learned { get; }

    // error = what it is - what it should be
    [Connection(nameof(Result), nameof(Error))]
    partial Connection ResultToError { get; }

    [Connection(nameof(Pre), nameof(Error), Function = nameof(Square), Transform = -1)]
    partial Connection WantedToError { get; }

    [Connection(nameof(Error), nameof(Learned))]
    partial Connection ErrorToRule { get; }

    [Connection(nameof(Stop), "Error.Neurons", Transform = nameof(Silence))]
    partial Connection StopToError { get; }

    [Probe(nameof(Signal))]
    public partial Probe Input { get; }

    [Probe(nameof(Result), Synapse = 0.02)]
    public partial Probe Post { get; }

    static double Nothing(double x) => 0.0;

    static double Square(double x) => x * x;

    static double[,] Column(int rows, double value)
    {
        var column = new double[rows, 1];
        for (int i = 0; i < rows; i++)
        {
            column[i, 0] = value;
        }

        return column;
    }
}
