using System.Diagnostics;
using Xunit.Abstractions;

namespace AotNeuro.Generator.Tests;

/// <summary>Very small and very large models build and step, and do what mathematics says.</summary>
public sealed class ExtremeSizeTests(ITestOutputHelper output)
{
    /// <summary>
    /// A LIF neuron under a constant current J spikes every tau_ref + tau_rc ln(J / (J - 1)) seconds, whatever dt is. The decoders make the mean
    /// rate of them, whose sum is the spikes of a neuron; where in its interval a neuron begins is worth one spike at most.
    /// </summary>
    [Theory]
    [InlineData(1, 1000)]
    [InlineData(7, 1000)]
    [InlineData(1_000_000, 20)]
    public void Neurons_of_one_ensemble_spike_at_their_rate(int neurons, int steps)
    {
        NeuralModel model = Run(steps, $$"""
            static readonly double[,] Mean = Filled({{neurons}}, 1.0 / {{neurons}});
            static readonly Solver Given = new NoSolver(Mean);
            static double[,] Filled(int rows, double value)
            {
                var values = new double[rows, 1];
                System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref values[0, 0], rows).Fill(value);
                return values;
            }

            [Ensemble({{neurons}}, 1, Gain = 1, Bias = 20)] partial Ensemble Cells { get; }
            [Probe(nameof(Cells), Solver = nameof(Given))] partial Probe Rate { get; }
            """);
        double spikes = model.Recorded("Rate").Sum() * model.Dt;
        double interval = 0.002 + 0.02 * Math.Log(20.0 / 19.0);
        Assert.InRange(spikes, steps * model.Dt / interval - 1, steps * model.Dt / interval + 1);
    }

    /// <summary>Two rectified neurons for each value, one for its positive part and one for its negative.</summary>
    [Fact]
    public void Array_of_100000_ensembles()
    {
        const int Ensembles = 100_000;
        NeuralModel model = Run(1, $$"""
            [Node(SizeOut = {{Ensembles}})]
            static void Values(double t, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++) { y[i] = i / 1000.0 - 50; }
            }

            [EnsembleArray(2, {{Ensembles}}, EvalPointCount = 5, Encoders = new[] { 1.0, -1.0 }, MaxRates = 1, Intercepts = 0, NeuronOutput = true), RectifiedLinear]
            partial EnsembleArray Array { get; }
            [Connection(nameof(Values), "Array.Input", Synapse = null)] partial Connection C { get; }
            [Probe("Array.NeuronOutput")] partial Probe Outputs { get; }
            """);
        double[] outputs = model.Recorded("Outputs");
        for (int i = 0; i < Ensembles; i++)
        {
            double value = i / 1000.0 - 50;
            Assert.Equal(Math.Max(0, value), outputs[2 * i], 1e-12);
            Assert.Equal(Math.Max(0, -value), outputs[2 * i + 1], 1e-12);
        }
    }

    /// <summary>The current is the product of encoders and value, the decoded value that of decoders and rates.</summary>
    [Fact]
    public void Ensemble_of_1024_dimensions()
    {
        const int Neurons = 50, Dimensions = 1024;
        NeuralModel model = Run(1, $$"""
            static readonly Distribution Surface = new UniformHypersphere(surface: true), Ball = new UniformHypersphere();

            [Node(SizeOut = {{Dimensions}})]
            static void Values(double t, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++) { y[i] = Math.Cos(i); }
            }

            [Ensemble({{Neurons}}, {{Dimensions}}, Encoders = nameof(Surface), EvalPoints = nameof(Ball), EvalPointCount = 100), RectifiedLinear]
            partial Ensemble Cells { get; }
            [Node(SizeIn = {{Dimensions}})] partial Node Result { get; }
            [Connection(nameof(Values), nameof(Cells), Synapse = null)] partial Connection C { get; }
            [Connection(nameof(Cells), nameof(Result), Synapse = null)] partial Connection D { get; }
            [Probe(nameof(Cells), Signal = ProbeSignal.Output)] partial Probe Rates { get; }
            [Probe(nameof(Result))] partial Probe Decoded { get; }
            """);
        double[] rates = model.Recorded("Rates"), decoded = model.Recorded("Decoded");
        Ensemble cells = model.Ensembles[0];
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            double current = cells.Bias[neuron] + Enumerable.Range(0, Dimensions).Sum(i => cells.ScaledEncoders[neuron, i] * Math.Cos(i));
            Assert.Equal(Math.Max(0, current), rates[neuron], 1e-9);
        }

        MatrixView weights = model.Connections[1].Weights;
        for (int i = 0; i < Dimensions; i++)
        {
            Assert.Equal(weights.Row(i).ToArray().Zip(rates).Sum(pair => pair.First * pair.Second), decoded[i], 1e-9);
        }
    }

    private NeuralModel Run(int steps, string members)
    {
        long start = Stopwatch.GetTimestamp();
        NeuralModel model = CompiledModel.Create($"using AotNeuro; [NeuralModel(Seed = 1)] partial class Tested {{ {members} }}");
        output.WriteLine($"generated twice, checked and compiled in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        start = Stopwatch.GetTimestamp();
        model.Build();
        output.WriteLine($"built in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        start = Stopwatch.GetTimestamp();
        model.RunSteps(steps);
        output.WriteLine($"{steps} steps in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        return model;
    }
}
