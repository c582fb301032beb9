#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj

// Nengo's circular convolution: two random vectors are bound by spiking neurons in the Fourier domain.
using AotNeuro;
using AotNeuro.Plotting;

var model = new Binding();
double[] a = Vector(1);
double[] b = Vector(2);
(model.A.Output, model.B.Output) = (a, b);
model.Run(seconds: 0.3);

double[] bound = Convolve(a, b);
double[] times = model.Bound.Times();
var figure = new Figure(800, 560) { Title = "16 dimensions bound by circular convolution" };
Panel values = figure.AddPanel("The binding at the end", height: 1.2);
(values.XTitle, values.YTitle) = ("dimension", "value");
double[] dimensions = [.. Enumerable.Range(0, bound.Length).Select(i => (double)i)];
values.Reference(dimensions, bound, "exact").Line(dimensions, model.Bound.Last, "decoded, 30 ms filter");
Panel similarity = figure.AddPanel("Similarity of the decoded vector");
(similarity.XTitle, similarity.YTitle) = ("time (s)", "cosine");
similarity.Line(times, Similarities(bound), "to the exact binding").Line(times, Similarities(a), "to a").Line(times, Similarities(b), "to b");

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;
figure.Save(Path.Combine(folder, "circular-convolution.png"));
Console.WriteLine($"The decoded vector has a cosine of {Similarities(bound)[^1]:0.00} with the exact binding.");

double[] Similarities(double[] vector) =>
    [.. Enumerable.Range(0, model.Bound.Count).Select(i => Cosine(model.Bound.Data.Row(i).ToArray(), vector))];

static double Cosine(double[] x, double[] y)
{
    double lengths = Math.Sqrt(x.Sum(value => value * value) * y.Sum(value => value * value));
    return lengths == 0.0 ? 0.0 : x.Zip(y, (p, q) => p * q).Sum() / lengths;
}

static double[] Convolve(double[] x, double[] y) =>
    [.. Enumerable.Range(0, x.Length).Select(i => x.Select((value, j) => value * y[(i - j + y.Length) % y.Length]).Sum())];

static double[] Vector(int seed)
{
    var random = new Random(seed);
    double[] vector = [.. Enumerable.Range(0, 16).Select(_ => random.NextDouble() - 0.5)];
    double length = Math.Sqrt(vector.Sum(value => value * value));
    return [.. vector.Select(value => value / length)];
}

[NeuralModel(Seed = 20)]
partial class Binding
{
    [Node(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    public partial Node A { get; }

    [Node(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    public partial Node B { get; }

    [CircularConvolution(neurons: 100, dimensions: 16)]
    public partial CircularConvolution Convolution { get; }

    [Connection(nameof(A), "Convolution.InputA")]
    partial Connection AToConvolution { get; }

    [Connection(nameof(B), "Convolution.InputB")]
    partial Connection BToConvolution { get; }

    [Probe("Convolution.Output", Synapse = 0.03)]
    public partial Probe Bound { get; }
}
