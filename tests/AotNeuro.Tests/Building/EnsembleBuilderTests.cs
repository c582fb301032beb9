using AotNeuro.Building;
using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Building;

/// <summary>What values an ensemble refuses, and in which words.</summary>
public sealed class EnsembleBuilderTests
{
    private static readonly EnsembleOptions Options = new() { Neurons = 3, Dimensions = 2 };

    public static TheoryData<string, string> Mistakes => new()
    {
        { "rate beyond the limit", "Ens: neuron 1 has the maximum rate 500 Hz; maximum rates must be above 0 and below 500 Hz, the inverse of the refractory period." },
        { "rate of zero", "Ens: neuron 0 has the maximum rate 0 Hz; maximum rates must be above 0 and below 500 Hz, the inverse of the refractory period." },
        { "intercept of one", "Ens: neuron 2 has the intercept 1; intercepts must be below 1." },
        { "too few rates", "Ens: the maximum rates have shape 2 and must have 3 x 1." },
        { "rates not finite", "Ens: the maximum rates must be finite, and those of row 1 hold NaN." },
        { "encoder of zero", "Ens: the encoder of neuron 1 is zero, so that the neuron represents nothing." },
        { "encoders of the wrong shape", "Ens: the encoders have shape 3 x 1 and must have 3 x 2." },
        { "points of the wrong shape", "Ens: the evaluation points have 3 columns, and the ensemble has 2 dimensions." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Refuses(string mistake, string message)
    {
        EnsembleOptions options = mistake switch
        {
            "rate beyond the limit" => Options with { MaxRates = new double[] { 400, 500, 300 } },
            "rate of zero" => Options with { MaxRates = 0.0 },
            "intercept of one" => Options with { Intercepts = new[] { 0.0, 0.5, 1.0 } },
            "too few rates" => Options with { MaxRates = new double[] { 200, 300 } },
            "rates not finite" => Options with { MaxRates = new[] { 200.0, double.NaN, 300.0 } },
            "encoder of zero" => Options with { Encoders = new double[,] { { 1, 0 }, { 0, 0 }, { 0, 1 } } },
            "encoders of the wrong shape" => Options with { Encoders = new double[,] { { 1 }, { 1 }, { -1 } } },
            _ => Options with { EvalPoints = new double[4, 3] },
        };
        BuildException error = Assert.Throws<BuildException>(() => EnsembleBuilder.Build("Ens", options, new LIF(), 1));
        Assert.Equal(message, error.Message);
        Assert.Equal("Ens", error.ObjectName);
    }

    [Fact]
    public void Refuses_rates_that_no_current_gives()
    {
        // Izhikevich neurons cannot spike twice in a step, so not beyond 500 Hz at a step of 1 ms: after a spike v is -65.
        EnsembleOptions options = Options with { MaxRates = 1001.0 };
        BuildException error = Assert.Throws<BuildException>(() => EnsembleBuilder.Build("Ens", options, new Izhikevich(), 1));
        Assert.Equal("Ens: its neurons do not reach the maximum rate 1001 Hz at any current up to 5120; choose lower maximum rates.", error.Message);
    }

    [Fact]
    public void Takes_values_as_they_are_given()
    {
        EnsembleOptions options = Options with
        {
            Radius = 2.0,
            MaxRates = 250.0,
            Intercepts = new[] { -0.5, 0.0, 0.5 },
            Encoders = new double[,] { { 3, 4 }, { 0, -2 }, { 1, 0 } },
            EvalPoints = new double[,] { { 0.5, 0 }, { 0, -1 } },
        };
        BuiltEnsemble built = EnsembleBuilder.Build("Ens", options, new LIF(), 1);
        Assert.Equal([250.0, 250.0, 250.0], built.MaxRates);
        Assert.Equal([-0.5, 0.0, 0.5], built.Intercepts);
        Assert.Equal([0.6, 0.8, 0.0, -1.0, 1.0, 0.0], built.Encoders);
        Assert.Equal([1.0, 0.0, 0.0, -2.0], built.EvalPoints);
        Assert.Equal(0.6 * built.Gain[0] / 2.0, built.ScaledEncoders[0]);
    }

    [Fact]
    public void Leaves_encoders_alone_on_request()
    {
        EnsembleOptions options = Options with { Encoders = new double[,] { { 3, 4 }, { 0, -2 }, { 1, 0 } }, NormalizeEncoders = false };
        Assert.Equal([3.0, 4.0, 0.0, -2.0, 1.0, 0.0], EnsembleBuilder.Build("Ens", options, new LIF(), 1).Encoders);
    }

    [Theory]
    [InlineData(10, 1, 750)]
    [InlineData(10, 3, 1500)]
    [InlineData(10, 9, 2500)]
    [InlineData(2000, 1, 4000)]
    public void Takes_as_many_points_as_Nengo(int neurons, int dimensions, int points)
    {
        BuiltEnsemble built = EnsembleBuilder.Build("Ens", new() { Neurons = neurons, Dimensions = dimensions }, new LIF(), 1);
        Assert.Equal(points, built.Points);
    }
}
