using AotNeuro.Building;
using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.Building;

/// <summary>What is said of values that no ensemble can be built from.</summary>
public sealed class EnsembleErrorTests
{
    private static readonly EnsembleOptions Options = new() { Neurons = 3, Dimensions = 2 };

    public static TheoryData<string, EnsembleOptions> Mistakes => new()
    {
        { "it has 0 neurons, and needs at least one.", Options with { Neurons = 0 } },
        { "it has 0 dimensions, and needs at least one.", Options with { Dimensions = 0 } },
        { "its radius is -1, and must be a finite number above 0.", Options with { Radius = -1.0 } },
        { "its radius is NaN, and must be a finite number above 0.", Options with { Radius = double.NaN } },
        { "it has 0 evaluation points, and needs at least one.", Options with { EvalPointCount = 0 } },
        { "the evaluation points are 3 values, and must have 2 columns, one per dimension.", Options with { EvalPoints = new[] { 1.0, 2.0, 3.0 } } },
        { "the evaluation points are a matrix of 2 x 3, and must have 2 columns, one per dimension.", Options with { EvalPoints = new double[2, 3] } },
        {
            "4 evaluation points are asked for, and 2 are given; leave out the number.",
            Options with { EvalPoints = new double[2, 2], EvalPointCount = 4 }
        },
        { "the encoders are a matrix of 2 x 2, and must be a matrix of 3 x 2.", Options with { Encoders = new double[2, 2] } },
        { "the encoders are one number, and must be a matrix of 3 x 2.", Options with { Encoders = 1.0 } },
        {
            "the encoder of neuron 1 has length 0, so it points nowhere; give each neuron an encoder that is not 0.",
            Options with { Encoders = new[] { 1.0, 0.0, 0.0, 0.0, 1.0, 1.0 } }
        },
        { "the encoders must be finite numbers, and row 2 holds NaN.", Options with { Encoders = new[] { 1.0, 0.0, 1.0, 0.0, 1.0, double.NaN } } },
        {
            "the encoders cannot be drawn from Choice: Options of 1 dimensions cannot be drawn as points of 2 dimensions. (Parameter 'dimensions')",
            Options with { Encoders = new Choice([1.0, -1.0]) }
        },
        { "the max rates are 2 values, and must be one number or 3 values.", Options with { MaxRates = new[] { 100.0, 200.0 } } },
        { "max rates must be above 0 Hz, and that of neuron 2 is -5 Hz.", Options with { MaxRates = new[] { 100.0, 200.0, -5.0 } } },
        { "the max rates must be finite numbers, and row 1 holds Infinity.", Options with { MaxRates = new[] { 100.0, double.PositiveInfinity, 3.0 } } },
        {
            "max rates must be below 500 Hz, the inverse of the refractory time, and that of neuron 1 is 500 Hz.",
            Options with { MaxRates = new[] { 100.0, 500.0, 600.0 } }
        },
        {
            "intercepts must be below 1, where the max rate is reached, and that of neuron 0 is 1.5.",
            Options with { Intercepts = 1.5 }
        },
        { "the intercepts must be finite numbers, and row 0 holds NaN.", Options with { Intercepts = double.NaN } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string message, EnsembleOptions options) => AssertError(message, options, new LIF());

    [Fact]
    public void Max_rates_out_of_reach_are_named()
    {
        var neurons = new RampNeuron(slope: 20.0, threshold: 2.0, lowest: 0.0, highest: 90.0);
        AssertError(
            "its neurons do not reach the max rate 100 Hz at any current up to 5120; lower the max rates.", Options with { MaxRates = 100.0 }, neurons);
    }

    [Fact]
    public void A_gain_that_is_not_positive_is_named()
    {
        // One jump from nothing to all: no current lies between threshold and max rate.
        var neurons = new RampNeuron(slope: -20.0, threshold: 2.0, lowest: 0.0, highest: 1000.0);
        var error = Assert.Throws<BuildException>(
            () => EnsembleBuilder.Build("Cortex", Options with { MaxRates = 100.0, Intercepts = 0.5 }, neurons, 0));
        Assert.StartsWith("Cortex: neuron 0 with max rate 100 Hz and intercept 0.5 gets gain -", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Gains must be positive and finite: lower the intercepts or raise the max rates.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encoders_keep_their_length_if_they_are_not_to_be_normalized()
    {
        double[] encoders = [3.0, 4.0, 0.5, 0.0, 0.0, -2.0];
        Assert.Equal(encoders, Build(Options with { Encoders = encoders, NormalizeEncoders = false }).Encoders);
        Assert.Equal([0.6, 0.8, 1.0, 0.0, 0.0, -1.0], Build(Options with { Encoders = encoders }).Encoders);
    }

    [Fact]
    public void Given_evaluation_points_are_scaled_by_the_radius_and_take_no_draws()
    {
        BuiltEnsemble built = Build(Options with { EvalPoints = new double[,] { { 1.0, 0.5 }, { 0.0, -1.0 } }, Radius = 2.0 });
        Assert.Equal([2.0, 1.0, 0.0, -2.0], built.EvalPoints);
        var encoders = new double[6];
        new ScatteredHypersphere(surface: true).Sample(3, 2, new RandomState(1), encoders);
        Assert.Equal(encoders.Select(value => Math.Round(value, 12)), built.Encoders.Select(value => Math.Round(value, 12)));
    }

    [Theory]
    [InlineData(1, 10, 750)]
    [InlineData(2, 10, 1000)]
    [InlineData(20, 10, 2500)]
    [InlineData(1, 3000, 6000)]
    public void The_number_of_evaluation_points_is_Nengos(int dimensions, int neurons, int expected) =>
        Assert.Equal(expected, Build(new() { Neurons = neurons, Dimensions = dimensions }).Points);

    private static BuiltEnsemble Build(EnsembleOptions options) => EnsembleBuilder.Build("Cortex", options, new LIF(), 1);

    private static void AssertError(string message, EnsembleOptions options, INeuronType neurons)
    {
        var error = Assert.Throws<BuildException>(() => EnsembleBuilder.Build("Cortex", options, neurons, 0));
        Assert.Equal($"Cortex: {message}", error.Message);
        Assert.Equal("Cortex", error.ObjectName);
    }
}
