namespace AotNeuro.Generator.Tests;

/// <summary>Kernels of all forms, run: currents from built parameters, decoded values from spikes and weights.</summary>
public sealed class EnsembleStepTests
{
    private const int Steps = 50;

    /// <summary>Input in registers or in a loop; decoders summed in the loop or from the spikes' bits; whole and partial blocks of lanes.</summary>
    [Theory]
    [InlineData(8, 1, 1)]
    [InlineData(13, 2, 3)]
    [InlineData(20, 4, 4)]
    [InlineData(70, 5, 2)]
    [InlineData(70, 5, 9)]
    public void Current_and_decoded_values_follow_from_built_parameters(int neurons, int dimensions, int outputs)
    {
        NeuralModel model = CompiledModel.Run($$"""
            [Node(SizeOut = {{dimensions}})]
            static void Stimulus(double t, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++) { y[i] = Math.Cos(100 * t + i) / 2; }
            }

            [Node(SizeIn = {{outputs}})] partial Node Result { get; }
            [Ensemble({{neurons}}, {{dimensions}})] partial Ensemble Cells { get; }
            [Connection(nameof(Stimulus), nameof(Cells), Synapse = null)] partial Connection Input { get; }

            [Connection(nameof(Cells), nameof(Result), Synapse = null, SizeMid = {{outputs}})]
            static void Function(ReadOnlySpan<double> x, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++) { y[i] = x[i % x.Length] + i; }
            }

            [Probe(nameof(Stimulus))] partial Probe X { get; }
            [Probe(nameof(Cells), Signal = ProbeSignal.Current)] partial Probe J { get; }
            [Probe(nameof(Cells), Signal = ProbeSignal.Output)] partial Probe Output { get; }
            [Probe(nameof(Cells), Signal = ProbeSignal.Spikes)] partial Probe Spikes { get; }
            [Probe(nameof(Result))] partial Probe Decoded { get; }
            """, Steps);
        MatrixView Data(string probe) => model.Probes.Single(item => item.Name == probe).Data;
        Ensemble cells = model.Ensembles[0];
        MatrixView weights = model.Connections[1].Weights;

        Assert.Contains(model.Recorded("Output"), value => value != 0);
        for (int step = 0; step < Steps; step++)
        {
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                double current = cells.Bias[neuron] + Dot(cells.ScaledEncoders.Row(neuron), Data("X").Row(step));
                Assert.Equal(current, Data("J")[step, neuron], 1e-12);
                Assert.Contains(Data("Output")[step, neuron], new[] { 0.0, 1000.0 });
            }

            Assert.Equal(Data("Output").Row(step).ToArray(), Data("Spikes").Row(step).ToArray());
            for (int row = 0; row < outputs; row++)
            {
                Assert.Equal(Dot(weights.Row(row), Data("Output").Row(step)), Data("Decoded")[step, row], 1e-12);
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
