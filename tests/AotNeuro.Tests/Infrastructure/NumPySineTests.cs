using AotNeuro.Numerics;

namespace AotNeuro.Tests;

/// <summary>The bits of the reference's stimuli.</summary>
public sealed class NumPySineTests
{
    private const double Dt = 0.001;

    /// <summary>The model's node holds sin(20 pi t), and is probed without a synapse: a hundred of NumPy's own sines.</summary>
    [Fact]
    public void Sin_has_the_bits_of_NumPys_sine()
    {
        ReferenceArray values = ReferenceModel.Read("synapses").Probes["none"].Values!;
        Assert.Equal([100, 2], values.Shape);
        for (int step = 1; step <= values.Shape[0]; step++)
        {
            AssertSameBits(values.Data[(2 * step) - 1], NumPySine.Sin(20 * Math.PI * (step * Dt)), $"step {step}");
        }
    }

    /// <summary>No cosine was recorded itself, but currents were: gains times the filtered sine and cosine of 4 pi t.</summary>
    [Theory]
    [InlineData("neuron_izhikevich")]
    [InlineData("neuron_lif")]
    [InlineData("neuron_tanh")]
    public void Sin_and_cos_give_the_bits_of_recorded_currents(string name)
    {
        ReferenceModel model = ReferenceModel.Read(name);
        ReferenceEnsemble ensemble = model.Ensembles["a"];
        ReferenceArray currents = model.Probes["input"].Values!;
        int sampleEvery = model.Steps / currents.Shape[0];
        double decay = PortableMath.Exp(-Dt / 0.005);
        double rise = -PortableMath.Expm1(-Dt / 0.005);
        double x = 0.0;
        double y = 0.0;
        for (int step = 1; step <= model.Steps; step++)
        {
            for (int i = 0; step % sampleEvery == 0 && i < ensemble.Neurons; i++)
            {
                double gain = ensemble.Gain!.Data[i];
                double scaledX = ensemble.Encoders.Data[2 * i] * gain;
                double scaledY = ensemble.Encoders.Data[(2 * i) + 1] * gain;
                double expected = currents.Data[(((step / sampleEvery) - 1) * ensemble.Neurons) + i];
                double actual = ensemble.Bias!.Data[i] + ((scaledX * x) + (scaledY * y));
                AssertSameBits(expected, actual, $"{name}: neuron {i} at step {step}");
            }

            double angle = 4 * Math.PI * (step * Dt);
            x = (decay * x) + (rise * NumPySine.Sin(angle));
            y = (decay * y) + (rise * NumPySine.Cos(angle));
        }
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1.0)]
    [InlineData(7.0)]
    [InlineData(1e3)]
    [InlineData(16777216.0)]
    public void Sin_and_cos_are_as_accurate_as_Intel_says(double largest)
    {
        for (int i = -1000; i <= 1000; i++)
        {
            double x = largest * (i / 1000.0);
            Assert.InRange(UnitsInTheLastPlace(PortableMath.Sin(x), NumPySine.Sin(x)), 0, 4);
            Assert.InRange(UnitsInTheLastPlace(PortableMath.Cos(x), NumPySine.Cos(x)), 0, 4);
        }
    }

    [Fact]
    public void Zero_keeps_its_sign_and_tiny_angles_are_their_sine()
    {
        AssertSameBits(0.0, NumPySine.Sin(0.0), "0");
        AssertSameBits(-0.0, NumPySine.Sin(-0.0), "-0");
        AssertSameBits(-1e-300, NumPySine.Sin(-1e-300), "-1e-300");
        AssertSameBits(1.0, NumPySine.Cos(0.0), "cos 0");
        AssertSameBits(1.0, NumPySine.Cos(-7e-9), "cos -7e-9");
    }

    [Theory]
    [InlineData(16777217.0)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Angles_of_Intels_other_path_are_refused(double x)
    {
        foreach (Func<double, double> function in new[] { NumPySine.Sin, NumPySine.Cos })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => function(x));
            Assert.StartsWith("The angle must be at most 2^24 in size.", error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Doubles from one value to another of the same sign; between signs the number is huge, as it should be.</summary>
    private static long UnitsInTheLastPlace(double a, double b) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    private static void AssertSameBits(double expected, double actual, string where) => Assert.True(
        BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
        $"{where}: {actual:r} instead of {expected:r}.");
}
