namespace AotNeuro.Generator.Tests;

/// <summary>Nodes in front of and behind the neurons of an array, and transforms that join what it puts out.</summary>
public sealed class ArrayNeuronsTests
{
    /// <summary>Neurons whose output is three times their input: the gain multiplies what arrives at them directly, too.</summary>
    [Fact]
    public void Neuron_input_and_output_pass_every_neuron_by_itself()
    {
        NeuralModel model = CompiledModel.Run(
            """
            static readonly double[] Threes = { 3, 3 };
            static readonly double[] Zeros = { 0, 0 };
            [EnsembleArray(2, 3, NeuronInput = true, NeuronOutput = true, Encoders = new[] { 1.0, 1.0 },
                MaxRates = nameof(Threes), Intercepts = nameof(Zeros)), RectifiedLinear]
            partial EnsembleArray Array { get; }
            [Node(1, 2, 3, 4, 5, 6)] partial Node Currents { get; }
            [Connection(nameof(Currents), "Array.NeuronInput", Synapse = null)] partial Connection C { get; }
            [Probe("Array.NeuronOutput")] partial Probe Record { get; }
            """,
            steps: 2);
        double[] expected = [3, 6, 9, 12, 15, 18];
        Assert.All(model.Recorded("Record").Zip([.. expected, .. expected]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(12, model.Recorded("Record").Length);
    }

    [Fact]
    public void Function_of_an_array_that_computes_directly_is_that_of_each_ensemble()
    {
        NeuralModel model = CompiledModel.Run(
            """
            static (double, double) Both(double x, double y) => (x * y, x - y);
            static void Turned(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1], y[2]) = (x[1], x[0], 1);
            [EnsembleArray(5, 2, EnsembleDimensions = 2), Direct, ArrayOutput("Pairs", nameof(Both)), ArrayOutput("Triples", nameof(Turned), Size = 3)]
            partial EnsembleArray Array { get; }
            [Node(2, 3, 4, 6)] partial Node Values { get; }
            [Connection(nameof(Values), "Array.Input", Synapse = null)] partial Connection C { get; }
            [Probe("Array.Pairs")] partial Probe Pairs { get; }
            [Probe("Array.Triples")] partial Probe Triples { get; }
            """,
            steps: 1);
        Assert.Equal([6.0, -1, 24, -2], model.Recorded("Pairs"));
        Assert.Equal([3.0, 2, 1, 6, 4, 1], model.Recorded("Triples"));
    }

    [Fact]
    public void Dot_product_transform_sums() => Assert.Equal(new double[,] { { 2, 2, 2 } }, Product.DotProductTransform(3, scale: 2.0));
}
