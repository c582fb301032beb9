namespace AotNeuro.Generator.Tests;

/// <summary>Neuron types whose step returns the output itself: what is decoded, stored and counted of it.</summary>
public sealed class NeuronOutputTests
{
    private const int Steps = 40;
    private const int Neurons = 13;
    private const double Dt = 0.001;

    /// <summary>One decoded value, a register each for some, and more than registers hold.</summary>
    public static TheoryData<int> Dimensions => [1, 2, 3, 6];

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Rates_are_decoded_by_multiplication(int dimensions)
    {
        NeuralModel model = Run("LIFRate(Amplitude = 0.5)", dimensions, "");
        double[] currents = model.Recorded("Currents");
        double[] outputs = model.Recorded("Outputs");
        Assert.True(outputs.Count(output => output > 0.0) > Steps);
        Assert.Equal(currents.Select(current => new LIFRate { Amplitude = 0.5 }.Step(current, Dt)), outputs);
        AssertDecoded(model, dimensions);
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Spikes_of_several_heights_are_decoded_and_recorded(int dimensions)
    {
        string probe = "[Probe(nameof(Cells), Signal = ProbeSignal.Spikes)] partial Probe Spikes { get; }";
        NeuralModel model = Run("SpikingRectifiedLinear(Amplitude = 0.5)", dimensions, "MaxRates = 2500", probe);
        double[] currents = model.Recorded("Currents");
        double[] outputs = model.Recorded("Outputs");
        Ensemble cells = model.Ensembles[0];
        Assert.Contains(1000.0, outputs);
        Assert.Contains(500.0, outputs);
        for (int i = 0; i < Neurons; i++)
        {
            var cell = new SpikingRectifiedLinear { Amplitude = 0.5, Voltage = cells.InitialState(0)[i] };
            for (int step = 0; step < Steps; step++)
            {
                Assert.Equal(cell.Step(currents[step * Neurons + i], Dt), outputs[step * Neurons + i]);
            }
        }

        Assert.Equal(
            outputs.Select((output, sample) => (output, sample)).Where(pair => pair.output != 0.0).Select(pair => (pair.sample / Neurons + 1L, pair.sample % Neurons)),
            model.Probes.Single(item => item.Name == "Spikes").Spikes.ToArray().Select(spike => (spike.Step, spike.Neuron)));
        AssertDecoded(model, dimensions);
    }

    /// <summary>The draws of the wrapper begin anew, so that both types have the same first ones.</summary>
    [Fact]
    public void Rates_become_spikes_behind_the_rate_type()
    {
        NeuralModel model = Run(
            "AdaptiveLIFRate(IncN = 0.1), RegularSpiking(Amplitude = 0.5)",
            2,
            "",
            """
            [Probe(nameof(Cells), Signal = ProbeSignal.RateOut)] partial Probe Rates { get; }
            [Probe(nameof(Cells), Signal = ProbeSignal.Voltage)] partial Probe Voltages { get; }
            [Probe(nameof(Cells), Signal = ProbeSignal.Adaptation)] partial Probe Adaptations { get; }
            [Tunable(nameof(Cells), "RegularSpiking.Amplitude")] public partial double Height { get; set; }
            """);
        Ensemble cells = model.Ensembles[0];
        var random = new AotNeuro.Random.RandomState((uint)cells.Seed + 1);
        Assert.Equal(Enumerable.Range(0, Neurons).Select(_ => random.NextDouble()), cells.InitialState(1).ToArray());
        Assert.IsType<AdaptiveLIFRate>(Assert.IsType<RatesToSpikes>(cells.NeuronType).RateType);
        double[] currents = model.Recorded("Currents");
        for (int i = 0; i < Neurons; i++)
        {
            var rate = new AdaptiveLIFRate { IncN = 0.1 };
            var spikes = new RegularSpiking { Amplitude = 0.5, Voltage = cells.InitialState(1)[i] };
            for (int step = 0; step < Steps; step++)
            {
                int sample = step * Neurons + i;
                double hertz = rate.Step(currents[sample], Dt);
                Assert.Equal(hertz, model.Recorded("Rates")[sample]);
                Assert.Equal(spikes.Step(hertz, Dt), model.Recorded("Outputs")[sample]);
                Assert.Equal(spikes.Voltage, model.Recorded("Voltages")[sample]);
                Assert.Equal(rate.Adaptation, model.Recorded("Adaptations")[sample]);
            }
        }

        AssertDecoded(model, 2);
        double highest = model.Recorded("Outputs").Max();
        model.GetType().GetProperty("Height")!.SetValue(model, 2.0);
        model.Reset();
        model.RunSteps(Steps);
        Assert.Equal(4.0 * highest, model.Recorded("Outputs").Max());
    }

    /// <summary>Rates that the author does not give, at 10.2 units of current.</summary>
    public static TheoryData<string, string, double> Measured => new()
    {
        // 0.9 + 10.2 is 11 whole spikes in the second after settling, which would be 10 without Initialize.
        { "[NeuronType(SettleTime = 0, IsSpiking = true)]", "double Step(double current, double dt) { H += current * dt; double n = Math.Floor(H); H -= n; return 2.0 / dt * n; }", 22.0 },
        { "[NeuronType(SettleTime = 0)]", "bool Step(double current, double dt) { H += current * dt; double n = Math.Floor(H); H -= n; return n > 0.0; }", 11.0 },
        { "[NeuronType(SettleTime = 0)]", "double SpikeAmplitude => 0.5; public bool Step(double current, double dt) { H += current * dt; double n = Math.Floor(H); H -= n; return n > 0.0; }", 5.5 },
        // One step of a second.
        { "[NeuronType]", "double Step(double current, double dt) { H += current * dt; return H; }", 11.1 },
    };

    [Theory]
    [MemberData(nameof(Measured))]
    public void Rates_are_measured_from_initialised_states(string attribute, string step, double expected)
    {
        NeuralModel model = CompiledModel.Create($$"""
            using AotNeuro;
            {{attribute}} partial struct Cell : INeuronType
            {
                [HiddenNeuronState] public double H;
                public void Initialize(double dt) => H = 0.9;
                public {{step}}
                public void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
                {
                    gain.Fill(1.0);
                    bias.Clear();
                }
            }

            sealed class CellAttribute : NeuronTypeAttribute<Cell>;
            [NeuralModel(Seed = 4)] partial class Tested
            {
                [Ensemble(1, 1), Cell] partial Ensemble Cells { get; }
            }
            """);
        var rates = new double[2];
        model.Ensembles[0].NeuronType.Rates([10.2, 10.2], rates);
        Assert.Equal([expected, expected], rates.Select(rate => Math.Round(rate, 12)));
    }

    private static NeuralModel Run(string type, int dimensions, string options, string members = "")
    {
        string size = $"SizeIn = {dimensions}";
        NeuralModel model = CompiledModel.Create($$"""
            using AotNeuro;
            [NeuralModel(Seed = 4)] partial class Tested
            {
                [Node(SizeOut = {{dimensions}})] static void Wave(double t, Span<double> y) => y.Fill(0.6 - 20.0 * t);
                [Ensemble({{Neurons}}, {{dimensions}}{{(options.Length > 0 ? ", " + options : "")}}), {{type}}] partial Ensemble Cells { get; }
                [Node({{size}})] partial Node Sink { get; }
                [Connection(nameof(Wave), nameof(Cells), Synapse = null)] partial Connection In { get; }
                [Connection(nameof(Cells), nameof(Sink), Synapse = null)] partial Connection Out { get; }
                [Probe(nameof(Cells), Signal = ProbeSignal.Current)] partial Probe Currents { get; }
                [Probe(nameof(Cells), Signal = ProbeSignal.Output)] partial Probe Outputs { get; }
                [Probe(nameof(Sink))] partial Probe Decoded { get; }
                {{members}}
            }
            """);
        model.RunSteps(Steps);
        return model;
    }

    /// <summary>Decoded is weights times output, up to rounding.</summary>
    private static void AssertDecoded(NeuralModel model, int dimensions)
    {
        double[] outputs = model.Recorded("Outputs");
        double[] decoded = model.Recorded("Decoded");
        MatrixView weights = model.Connections.Single(item => item.Name == "Out").Weights;
        for (int step = 0; step < Steps; step++)
        {
            for (int d = 0; d < dimensions; d++)
            {
                double sum = 0.0;
                double size = 0.0;
                for (int i = 0; i < Neurons; i++)
                {
                    double part = weights[d, i] * outputs[step * Neurons + i];
                    sum += part;
                    size += Math.Abs(part);
                }

                Assert.True(Math.Abs(sum - decoded[step * dimensions + d]) <= 1e-14 * size, $"step {step}, value {d}");
            }
        }
    }
}
