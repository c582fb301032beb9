using System.Text.Json;

namespace AotNeuro.Tests.Building;

/// <summary>Gain, bias and rates of neuron types against Nengo's tables, and the search for those without formulas.</summary>
public sealed class GainBiasTests
{
    private static readonly JsonElement Reference = ReferenceFiles.Json("tables").RootElement.GetProperty("neurons");

    /// <summary>The types of the tables, made as the tables' script made them. Izhikevich has no formulas.</summary>
    private static readonly Dictionary<string, INeuronType> Types = new()
    {
        ["lif"] = new LIF(),
        ["lif_amplitude"] = new LIF { TauRc = 0.03, TauRef = 0.0015, Amplitude = 0.5, MinVoltage = -1.0 },
        ["lif_rate"] = new LIFRate(),
        ["adaptive_lif"] = new AdaptiveLIF { TauN = 0.5, IncN = 0.02 },
        ["adaptive_lif_rate"] = new AdaptiveLIFRate { TauN = 0.5, IncN = 0.02 },
        ["relu"] = new RectifiedLinear(),
        ["spiking_relu"] = new SpikingRectifiedLinear { Amplitude = 0.7 },
        ["sigmoid"] = new Sigmoid(),
        ["tanh"] = new Tanh(),
        ["izhikevich"] = new Izhikevich(),
        ["regular_spiking"] = new RatesToSpikes(new LIFRate(), new RegularSpiking()),
        ["stochastic_spiking"] = new RatesToSpikes(new LIFRate(), new StochasticSpiking()),
        ["poisson_spiking"] = new RatesToSpikes(new LIFRate(), new PoissonSpiking()),
    };

    public static TheoryData<string> Names => [.. Reference.GetProperty("types").EnumerateObject().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gain_bias_and_rates_are_those_of_the_table(string name) => CompareWithTable(name, Types[name]);

    [Fact]
    public void Currents_are_read_off_the_rates()
    {
        // 20 Hz per unit of current above 2: 100 Hz at 7. The grid's last silent current is 2 and its first with 100 Hz is 7.
        INeuronType neurons = new RampNeuron(slope: 20.0, threshold: 2.0, lowest: 0.0, highest: 1000.0);
        var gain = new double[2];
        var bias = new double[2];

        neurons.GainBias([100.0, 50.0], [0.0, -0.5], gain, bias);

        // Input 1 gives the current of the max rate and the intercept gives the threshold.
        Assert.Equal([7.0, 4.5], gain.Zip(bias, (g, b) => g + b).Select(current => Math.Round(current, 12)));
        Assert.Equal([2.0, 2.0], new[] { bias[0], (-0.5 * gain[1]) + bias[1] }.Select(current => Math.Round(current, 12)));
    }

    [Fact]
    public void A_rate_out_of_reach_is_an_error()
    {
        INeuronType neurons = new RampNeuron(slope: 20.0, threshold: 2.0, lowest: 0.0, highest: 90.0);
        var error = Assert.Throws<ArithmeticException>(() => neurons.GainBias([50.0, 100.0], [0.0, 0.0], new double[2], new double[2]));
        Assert.Equal("its neurons do not reach the max rate 100 Hz at any current up to 5120; lower the max rates.", error.Message);
    }

    [Fact]
    public void Neurons_that_always_fire_are_an_error()
    {
        INeuronType neurons = new RampNeuron(slope: 20.0, threshold: 2.0, lowest: 1.0, highest: 1000.0);
        var error = Assert.Throws<ArithmeticException>(() => neurons.GainBias([100.0], [0.0], new double[1], new double[1]));
        Assert.Equal(
            "its neurons fire at every current down to -5120, so they cannot have intercepts; change the neuron type's parameters.",
            error.Message);
    }

    private static void CompareWithTable(string name, INeuronType neurons)
    {
        JsonElement table = Reference.GetProperty("types").GetProperty(name);
        double[] maxRates = Numbers(Reference.GetProperty("max_rates"));
        double[] intercepts = Numbers(Reference.GetProperty("intercepts"));
        var gain = new double[maxRates.Length];
        var bias = new double[maxRates.Length];

        neurons.GainBias(maxRates, intercepts, gain, bias);

        ReferenceComparison.Parameters("gain", gain, Array(Numbers(table.GetProperty("gain"))));
        ReferenceComparison.Parameters("bias", bias, Array(Numbers(table.GetProperty("bias"))));
        double[] inputs = Numbers(Reference.GetProperty("x"));
        double[] currents = [.. inputs.SelectMany(x => gain.Zip(bias, (g, b) => (g * x) + b))];
        var rates = new double[currents.Length];
        neurons.Rates(currents, rates);
        ReferenceComparison.Parameters("rates", rates, Array([.. table.GetProperty("rates").EnumerateArray().SelectMany(Numbers)]));
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetDouble())];

    private static ReferenceArray Array(double[] values) => new([values.Length], values);
}
