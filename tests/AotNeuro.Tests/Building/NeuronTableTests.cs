using System.Text.Json;

namespace AotNeuro.Tests.Building;

/// <summary>Gain, bias and rates of the neuron types against Nengo's tables.</summary>
public sealed class NeuronTableTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Types => ["lif", "lif_amplitude", "izhikevich"];

    [Theory]
    [MemberData(nameof(Types))]
    public void Gain_bias_and_rates_are_Nengos(string name)
    {
        JsonElement neurons = ReferenceFiles.Json("tables").RootElement.GetProperty("neurons");
        JsonElement table = neurons.GetProperty("types").GetProperty(name);
        double[] expectedGain = Numbers(table.GetProperty("gain"));
        double[] expectedBias = Numbers(table.GetProperty("bias"));
        INeuronType type = name switch
        {
            "lif" => new LIF(),
            "lif_amplitude" => new LIF { TauRc = 0.03, TauRef = 0.0015, Amplitude = 0.5, MinVoltage = -1.0 },
            _ => new Izhikevich(),
        };

        var gain = new double[expectedGain.Length];
        var bias = new double[expectedGain.Length];
        type.GainBias(Numbers(neurons.GetProperty("max_rates")), Numbers(neurons.GetProperty("intercepts")), gain, bias);
        AssertClose(expectedGain, gain);
        AssertClose(expectedBias, bias);

        double[] inputs = Numbers(neurons.GetProperty("x"));
        JsonElement rates = table.GetProperty("rates");
        for (int i = 0; i < inputs.Length; i++)
        {
            double[] currents = [.. gain.Select((g, neuron) => g * inputs[i] + bias[neuron])];
            var actual = new double[currents.Length];
            type.Rates(currents, actual);
            AssertClose(Numbers(rates[i]), actual);
        }
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    private static void AssertClose(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= Tolerance * Math.Max(1.0, Math.Abs(expected[i])),
                $"Value {i} is {actual[i]:R} instead of {expected[i]:R}.");
        }
    }
}
