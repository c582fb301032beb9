using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.Simulation;

/// <summary>What connections decode from steady rates, against the solver's report and against the neurons' own tuning curves.</summary>
public sealed class EvalPointDecodingTests
{
    [Fact]
    public void Errors_at_the_evaluation_points_are_those_that_the_solver_reports()
    {
        foreach (Connection connection in new[] { new CommunicationChannel().AToB, new Points().Wide, new Points().Given })
        {
            PointDecoding decoding = connection.EvalPointDecoding();
            Assert.Equal(connection.EvalPoints.Values.ToArray(), decoding.Points.Values.ToArray());
            Assert.Equal(connection.SolverReport.Rmses[0], Statistics.Rmse(decoding.Decoded.Values, decoding.Targets.Values), 1e-12);
        }
    }

    [Fact]
    public void Points_of_a_connection_are_its_own_or_those_of_its_source()
    {
        var model = new Points();
        Assert.Equal(model.A.EvalPoints.Values.ToArray(), model.Plain.EvalPoints.Values.ToArray());
        Assert.Equal([-2.0, 0.0, 2.0], model.Wide.EvalPoints.Values.ToArray());
        Assert.Equal([-1.0, -0.5, 0.0, 0.5, 1.0], model.Given.EvalPoints.Values.ToArray());
    }

    [Fact]
    public void Decoded_values_are_rates_times_decoders_before_the_transform()
    {
        var model = new Points();
        double[] points = [-1.7, -0.2, 0.4, 1.1];
        PointDecoding decoding = model.Plain.EvalPointDecoding(points);
        MatrixView rates = model.A.TuningCurves(points).Rates;
        Assert.Equal((4, 1), (decoding.Decoded.Rows, decoding.Decoded.Columns));
        for (int point = 0; point < points.Length; point++)
        {
            double sum = 0.0;
            for (int neuron = 0; neuron < model.A.NeuronCount; neuron++)
            {
                sum += rates[point, neuron] * model.Plain.Decoders[neuron, 0];
            }

            Assert.Equal(sum, decoding.Decoded[point, 0], 1e-12);
            Assert.Equal(points[point] * points[point], decoding.Targets[point, 0]);
        }
    }

    [Fact]
    public void Silent_neurons_decode_to_0() =>
        Assert.Equal([0.0], new Points().Silent.EvalPointDecoding([0.0]).Decoded.Values.ToArray());

    [Fact]
    public void Points_that_are_no_rows_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Points().Flat.EvalPointDecoding([1.0, 2.0, 3.0]));
        Assert.Equal("B has 2 dimensions, and 3 values are not a whole number of points. (Parameter 'points')", error.Message);
    }

    [Fact]
    public void A_function_of_given_values_is_known_at_its_points_alone()
    {
        var error = Assert.Throws<ArgumentException>(() => new Points().Given.EvalPointDecoding([0.1, 0.2, 0.3, 0.4, 0.5]));
        Assert.Equal("The function of Given is known at its evaluation points alone; leave the points out. (Parameter 'points')", error.Message);
    }

    [Fact]
    public void Weights_that_were_solved_for_as_they_are_decode_nothing()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Points().Full.EvalPointDecoding());
        Assert.Equal("Full has weights between neurons that were solved for as they are, and decodes nothing.", error.Message);
    }
}

/// <summary>Connections with evaluation points of every kind.</summary>
[NeuralModel(Seed = 3)]
public partial class Points
{
    private static readonly double[,] Three = { { -1 }, { 0 }, { 1 } };

    private static readonly double[,] Five = { { -1 }, { -0.5 }, { 0 }, { 0.5 }, { 1 } };

    private static readonly double[,] Steps = { { 0 }, { 0 }, { 0 }, { 1 }, { 1 } };

    private static readonly Nnls Positive = new();

    [Ensemble(neurons: 20, dimensions: 1, Radius = 2)]
    public partial Ensemble A { get; }

    [Ensemble(neurons: 20, dimensions: 2)]
    public partial Ensemble B { get; }

    [Ensemble(neurons: 5, dimensions: 1, Intercepts = 0.5, Encoders = new[] { 1.0, 1, 1, 1, 1 })]
    public partial Ensemble C { get; }

    [Node(SizeIn = 1)]
    public partial Node X { get; }

    [Node(SizeIn = 2)]
    public partial Node Y { get; }

    [Connection(nameof(A), nameof(X), Function = nameof(Square), Transform = 10)]
    public partial Connection Plain { get; }

    [Connection(nameof(A), nameof(X), EvalPoints = nameof(Three))]
    public partial Connection Wide { get; }

    [Connection(nameof(A), nameof(X), EvalPoints = nameof(Five), ScaleEvalPoints = false, Function = nameof(Steps))]
    public partial Connection Given { get; }

    [Connection(nameof(B), nameof(Y))]
    public partial Connection Flat { get; }

    [Connection(nameof(C), nameof(X))]
    public partial Connection Silent { get; }

    [Connection(nameof(A), nameof(C), Solver = nameof(Positive), Weights = true)]
    public partial Connection Full { get; }

    [Probe(nameof(X))]
    public partial Probe XProbe { get; }

    private static double Square(double x) => x * x;
}
