namespace AotNeuro.Tests.Neurons;

/// <summary>
/// Steps of the neuron types against Nengo's formulas for them, for thousands of steps with currents that change at every step.
/// </summary>
public sealed class NeuronStepTests
{
    private const int Steps = 20_000;
    private const double Dt = 0.001;
    private const double Tolerance = 1e-9;

    /// <summary>tau_rc, tau_ref, lowest voltage.</summary>
    public static TheoryData<double, double, double> LIFParameters => new()
    {
        { 0.02, 0.002, 0.0 },
        { 0.03, 0.0015, -1.0 },
        { 0.02, 0.0, 0.0 },
        { 0.01, 0.0047, double.NegativeInfinity },
    };

    [Theory]
    [MemberData(nameof(LIFParameters))]
    public void AdaptiveLIF(double tauRc, double tauRef, double minVoltage)
    {
        var cell = new AdaptiveLIF { TauRc = tauRc, TauRef = tauRef, MinVoltage = minVoltage, TauN = 0.1, IncN = 0.02, Amplitude = 0.8, Voltage = 0.3 };
        cell.Initialize(Dt);
        (double v, double refractory, double n) = (0.3, 0.0, 0.0);
        int spikes = 0;
        foreach (double current in Currents(-3.0, 9.0))
        {
            // The refractory time itself, as Nengo holds it.
            double j = current - n;
            refractory -= Dt;
            v -= (j - v) * (Math.Exp(-Math.Clamp(Dt - refractory, 0.0, Dt) / tauRc) - 1.0);
            bool spiked = v > 1.0;
            if (spiked)
            {
                refractory = tauRef + Dt + tauRc * Math.Log(1.0 - (v - 1.0) / (j - 1.0));
            }

            v = spiked ? 0.0 : Math.Max(v, minVoltage);
            n += Dt / 0.1 * (0.02 * (spiked ? 0.8 / Dt : 0.0) - n);

            Assert.Equal(spiked, cell.Step(current, Dt));
            Assert.Equal(v, cell.Voltage, Tolerance);
            Assert.Equal(refractory, cell.RefractoryTime, Tolerance * Steps * Dt);
            Assert.Equal(n, cell.Adaptation, Tolerance);
            spikes += spiked ? 1 : 0;
        }

        Assert.InRange(spikes, 100, Steps / 2);
    }

    [Fact]
    public void AdaptiveLIFRate()
    {
        var cell = new AdaptiveLIFRate { TauN = 0.1, IncN = 0.02, Amplitude = 0.8 };
        double n = 0.0;
        foreach (double current in Currents(-3.0, 9.0))
        {
            double rate = 0.8 * LIFRateOf(current - n);
            n += Dt / 0.1 * (0.02 * rate - n);
            Assert.Equal(rate, cell.Step(current, Dt), Tolerance);
            Assert.Equal(n, cell.Adaptation, Tolerance);
        }
    }

    [Fact]
    public void LIFRate()
    {
        var cell = new LIFRate();
        Assert.Equal(0.0, cell.Step(1.0, Dt));
        foreach (double current in Currents(-3.0, 9.0))
        {
            Assert.Equal(LIFRateOf(current), cell.Step(current, Dt), Tolerance);
        }
    }

    [Fact]
    public void RectifiedLinear_Sigmoid_and_Tanh()
    {
        foreach (double current in Currents(-8.0, 8.0))
        {
            Assert.Equal(current > 0.0 ? 0.5 * current : 0.0, new RectifiedLinear { Amplitude = 0.5 }.Step(current, Dt));
            Assert.Equal(250.0 / (1.0 + Math.Exp(-current)), new Sigmoid { TauRef = 0.004 }.Step(current, Dt), Tolerance);
            Assert.Equal(250.0 * Math.Tanh(current), new Tanh { TauRef = 0.004 }.Step(current, Dt), Tolerance);
        }
    }

    [Fact]
    public void SpikingRectifiedLinear_and_RegularSpiking_spike_once_per_unit_of_the_sum()
    {
        var relu = new SpikingRectifiedLinear { Amplitude = 0.5, Voltage = 0.25 };
        var regular = new RegularSpiking { Amplitude = 0.5, Voltage = 0.25 };
        double sum = 0.25;
        double signedSum = 0.25;
        foreach (double current in Currents(-500.0, 3000.0))
        {
            double before = Math.Floor(sum);
            double signedBefore = Math.Floor(signedSum);
            sum += Math.Max(0.0, current) * Dt;
            signedSum += current * Dt;
            Assert.Equal((Math.Floor(sum) - before) * 500.0, relu.Step(current, Dt));
            Assert.Equal((Math.Floor(signedSum) - signedBefore) * 500.0, regular.Step(current, Dt));
        }

        Assert.Equal(sum - Math.Floor(sum), relu.Voltage, Tolerance);
    }

    [Fact]
    public void Facts_of_the_types()
    {
        (INeuronType Type, bool IsSpiking, bool HasNegativeOutput, double Scale, double Limit)[] facts =
        [
            (new LIF { Amplitude = 0.5 }, true, false, 500.0, 500.0),
            (new LIFRate { Amplitude = 0.5 }, false, false, 1.0, 500.0),
            (new AdaptiveLIF { Amplitude = 0.5 }, true, false, 500.0, 500.0),
            (new AdaptiveLIFRate(), false, false, 1.0, 500.0),
            (new RectifiedLinear(), false, false, 1.0, double.PositiveInfinity),
            (new SpikingRectifiedLinear { Amplitude = 0.5 }, true, false, 1.0, double.PositiveInfinity),
            (new Sigmoid(), false, false, 1.0, 400.0),
            (new Tanh(), false, true, 1.0, 400.0),
            (new Izhikevich(), true, false, 1000.0, double.PositiveInfinity),
            (new Direct(), false, true, 1.0, double.PositiveInfinity),
            (new RatesToSpikes(new Tanh(), new RegularSpiking()), true, true, 1.0, 400.0),
            (new RatesToSpikes(new LIFRate(), new PoissonSpiking { Amplitude = 2.0 }), true, false, 1.0, 500.0),
        ];
        foreach ((INeuronType type, bool isSpiking, bool hasNegativeOutput, double scale, double limit) in facts)
        {
            Assert.Equal(isSpiking, type.IsSpiking);
            Assert.Equal(hasNegativeOutput, type.HasNegativeOutput);
            Assert.Equal(scale, type.OutputScale(Dt));
            Assert.Equal(limit, type.RateLimit);
        }
    }

    private static double LIFRateOf(double current) => current > 1.0 ? 1.0 / (0.002 + 0.02 * Math.Log(1.0 + 1.0 / (current - 1.0))) : 0.0;

    private static IEnumerable<double> Currents(double low, double high)
    {
        var random = new System.Random(7);
        return Enumerable.Range(0, Steps).Select(_ => low + (high - low) * random.NextDouble());
    }
}
