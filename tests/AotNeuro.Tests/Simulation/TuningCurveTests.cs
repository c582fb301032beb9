using System.Text.Json;

namespace AotNeuro.Tests.Simulation;

/// <summary>Rates for given inputs, against what Nengo's utilities return.</summary>
public class TuningCurveTests
{
    private const double Tolerance = 1e-9;

    private static readonly JsonElement Utilities = ReferenceFiles.Json("tables").RootElement.GetProperty("utilities");

    [Fact]
    public void Tuning_curves_of_Izhikevich_neurons_are_Nengos()
    {
        var expected = Utilities.GetProperty("izhikevich_tuning_curves");
        var curves = new CurveModel().A.TuningCurves();
        AssertClose(expected.GetProperty("x"), curves.Inputs);
        AssertClose(expected.GetProperty("rates"), curves.Rates);
    }

    [Fact]
    public void Tuning_curves_at_points_are_Nengos()
    {
        var inputs = Utilities.GetProperty("lif2d_tuning_inputs");
        var curves = new CurveModel().B.TuningCurves(Data(inputs));
        AssertClose(inputs, curves.Inputs);
        AssertClose(Utilities.GetProperty("lif2d_tuning"), curves.Rates);
    }

    [Fact]
    public void Response_curves_are_Nengos()
    {
        var curves = new CurveModel().B.ResponseCurves();
        Assert.Equal(Data(Utilities.GetProperty("lif2d_response_x")), curves.Inputs.Values.ToArray());
        AssertClose(Utilities.GetProperty("lif2d_response"), curves.Rates);
    }

    [Fact]
    public void A_grid_has_fifty_points_a_dimension_and_runs_fastest_over_the_last()
    {
        var curves = new CurveModel().B.TuningCurves();
        Assert.Equal((2500, 2), (curves.Inputs.Rows, curves.Inputs.Columns));
        Assert.Equal((2500, 20), (curves.Rates.Rows, curves.Rates.Columns));
        Assert.Equal([-1.0, -1.0], curves.Inputs.Row(0).ToArray());
        Assert.Equal([-1.0, 1.0], curves.Inputs.Row(49).ToArray());
        Assert.Equal([-1.0 + 2.0 / 49, -1.0], curves.Inputs.Row(50).ToArray());
        Assert.Equal([1.0, 1.0], curves.Inputs.Row(2499).ToArray());
    }

    [Fact]
    public void A_response_curve_passes_the_maximum_rate_and_the_intercept()
    {
        var b = new CurveModel().B;
        for (int neuron = 0; neuron < b.NeuronCount; neuron++)
        {
            var rates = b.ResponseCurves([1.0, b.Intercepts[neuron] - 1e-6]).Rates;
            Assert.Equal(b.MaxRates[neuron], rates[0, neuron], 1e-8);
            Assert.Equal(0.0, rates[1, neuron]);
        }
    }

    [Fact]
    public void Inputs_must_be_whole_points()
    {
        var error = Assert.Throws<ArgumentException>(() => new CurveModel().B.TuningCurves([0.1, 0.2, 0.3]));
        Assert.StartsWith(
            "B has 2 dimensions, and 3 values are not a whole number of points.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_over_many_dimensions_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new ManyDimensions().A.TuningCurves());
        Assert.Equal(
            "A grid over the 6 dimensions of A has more points than fit into memory. Pass inputs of your own.", error.Message);
    }

    private static double[] Data(JsonElement array) =>
        [.. array.GetProperty("data").EnumerateArray().Select(value => value.GetDouble())];

    private static void AssertClose(JsonElement expected, MatrixView actual)
    {
        int[] shape = [.. expected.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt32())];
        Assert.Equal(shape, new[] { actual.Rows, actual.Columns });
        double[] values = Data(expected);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(values[i], actual.Values[i], Tolerance * Math.Max(1.0, Math.Abs(values[i])));
        }
    }
}
