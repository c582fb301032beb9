using System.Diagnostics;
using System.Globalization;
using System.Text;
using AotNeuro.Plotting;

namespace AotNeuro.Benchmarks;

/// <summary>What a step costs as models grow: for each neuron of one ensemble, and for each dimension of arrays and of an ensemble.</summary>
internal static class Growth
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1), Repetition = TimeSpan.FromMilliseconds(5);

    private static readonly (int Size, Func<NeuralModel> Create)[] Neurons =
    [
        (1, () => new Neurons1()), (7, () => new Neurons7()), (10, () => new Neurons10()), (30, () => new Neurons30()),
        (100, () => new Neurons100()), (300, () => new Neurons300()), (1000, () => new Neurons1000()),
        (3000, () => new Neurons3000()), (10000, () => new Neurons10000()), (30000, () => new Neurons30000()),
        (100000, () => new Neurons100000()), (300000, () => new Neurons300000()), (1000000, () => new Neurons1000000()),
    ];

    private static readonly (int Size, Func<NeuralModel> Create)[] Arrays =
    [
        (1, () => new Array1()), (2, () => new Array2()), (4, () => new Array4()), (8, () => new Array8()),
        (16, () => new Array16()), (32, () => new Array32()), (64, () => new Array64()), (128, () => new Array128()),
        (256, () => new Array256()), (512, () => new Array512()), (1024, () => new Array1024()),
    ];

    private static readonly (int Size, Func<NeuralModel> Create)[] Ensembles =
    [
        (1, () => new Dimensions1()), (2, () => new Dimensions2()), (4, () => new Dimensions4()), (8, () => new Dimensions8()),
        (16, () => new Dimensions16()), (32, () => new Dimensions32()), (64, () => new Dimensions64()),
        (128, () => new Dimensions128()), (256, () => new Dimensions256()), (512, () => new Dimensions512()),
        (1024, () => new Dimensions1024()),
    ];

    /// <summary>Measures all sizes, prints tables and draws samples/figures/growth.png.</summary>
    public static string Measure(int rounds)
    {
        Point[] neurons = MeasureAll(Neurons, rounds), arrays = MeasureAll(Arrays, rounds), ensembles = MeasureAll(Ensembles, rounds);
        Draw(neurons, arrays, ensembles);
        return Table("LIF neurons in one ensemble, 1-D, decoded", "ns per neuron-step", neurons)
            + Table("dimensions of an array, 50 LIF neurons each", "ns per dimension-step", arrays)
            + Table("dimensions of one ensemble of 1,000 LIF neurons, decoded", "ns per dimension-step", ensembles);
    }

    private static Point[] MeasureAll((int Size, Func<NeuralModel> Create)[] models, int rounds) =>
        [.. models.Select(model => Take(model.Size, model.Create(), rounds))];

    private static Point Take(int size, NeuralModel model, int rounds)
    {
        model.Build();
        int steps = 1;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            double stepNs = Time(model, steps);
            steps = Math.Max(1, (int)(Repetition.TotalNanoseconds / stepNs));
        }

        return new(size, Spread.Of(Enumerable.Range(0, rounds).Select(_ =>
            Spread.Of(Enumerable.Range(0, 5).Select(_ => Time(model, steps))).Median / size)));
    }

    private static double Time(NeuralModel model, int steps)
    {
        long start = Stopwatch.GetTimestamp();
        model.RunSteps(steps);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / steps;
    }

    private static string Table(string what, string unit, Point[] points)
    {
        var text = new StringBuilder($"| {what} | {unit} |\n| --- | --- |\n");
        foreach (Point point in points)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {point.Size:N0} | {point.Ns.ToString("0.00")} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static void Draw(Point[] neurons, Point[] arrays, Point[] ensembles)
    {
        var figure = new Figure(900, 360, columns: 2);
        Panel left = figure.AddPanel("A step of one ensemble");
        (left.XTitle, left.YTitle, left.IsLogarithmic, left.YLimits) = ("LIF neurons", "ns per neuron", true, (-1, 2));
        AddLine(left, neurons, null);
        Panel right = figure.AddPanel("A step of many dimensions");
        (right.XTitle, right.YTitle, right.IsLogarithmic, right.YLimits) = ("dimensions", "ns per dimension", true, (1, 3));
        AddLine(right, arrays, "an array, 50 neurons each");
        AddLine(right, ensembles, "one ensemble of 1,000");
        figure.Save(Path.Combine(CTwin.SourceFolder(), "..", "..", "samples", "figures", "growth.png"));
    }

    private static void AddLine(Panel panel, Point[] points, string? label) =>
        panel.Line([.. points.Select(point => (double)point.Size)], [.. points.Select(point => point.Ns.Median)], label);

    private sealed record Point(int Size, Spread Ns);
}
