#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj

// Nengo's multiplication: two values meet in one two-dimensional population, which decodes their product.
using AotNeuro;
using AotNeuro.Plotting;

var model = new Multiplication();
model.Run(seconds: 5.0);

double[] times = model.Product.Times();
double[] exact = [.. times.Select((_, i) => model.UValue.Values[i] * model.VValue.Values[i])];
var figure = new Figure(800, 560) { Title = "A product, decoded", SharedX = true };
Panel factors = figure.AddPanel("Factors");
factors.YTitle = "value";
factors.Line(times, model.ADecoded.Values, "A").Line(times, model.BDecoded.Values, "B");
Panel product = figure.AddPanel("Product", height: 1.3);
(product.XTitle, product.YTitle) = ("time (s)", "value");
product.Reference(times, exact, "exact").Line(times, model.Product.Values, "D");

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;
figure.Save(Path.Combine(folder, "multiplication.png"));

// Where the inputs have stood still for a while, so has the product.
int last = times.Length - 1;
Console.WriteLine($"At the end {model.UValue.Values[last]:0} times {model.VValue.Values[last]:0} is decoded as {model.Product.Values[last]:0.0}.");

[NeuralModel(Seed = 6)]
partial class Multiplication
{
    [Node]
    static readonly Process U = new Piecewise([(0.0, 0.0), (2.5, 10.0), (4.0, -10.0)]);

    [Node]
    static readonly Process V = new Piecewise([(0.0, 10.0), (1.5, 2.0), (3.0, 0.0), (4.5, 2.0)]);

    // The neurons of the pair prefer its corners.
    static readonly Choice Corners = new(new double[,] { { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 } });

    [Ensemble(neurons: 100, dimensions: 1, Radius = 10)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 100, dimensions: 1, Radius = 10)]
    public partial Ensemble B { get; }

    [Ensemble(neurons: 200, dimensions: 2, Radius = 15, Encoders = nameof(Corners))]
    public partial Ensemble Pair { get; }

    [Ensemble(neurons: 100, dimensions: 1, Radius = 100)]
    public partial Ensemble D { get; }

    [Connection(nameof(U), nameof(A))]
    partial Connection UToA { get; }

    [Connection(nameof(V), nameof(B))]
    partial Connection VToB { get; }

    [Connection(nameof(A), nameof(Pair) + "[0]")]
    partial Connection AToPair { get; }

    [Connection(nameof(B), nameof(Pair) + "[1]")]
    partial Connection BToPair { get; }

    [Connection(nameof(Pair), nameof(D))]
    static double Multiply(double a, double b) => a * b;

    [Probe(nameof(U))]
    public partial Probe UValue { get; }

    [Probe(nameof(V))]
    public partial Probe VValue { get; }

    [Probe(nameof(A), Synapse = 0.01)]
    public partial Probe ADecoded { get; }

    [Probe(nameof(B), Synapse = 0.01)]
    public partial Probe BDecoded { get; }

    [Probe(nameof(D), Synapse = 0.01)]
    public partial Probe Product { get; }
}
