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
    public void Dot_product_transform_sums() => Assert.Equal(new double[,] { { 2, 2, 2 } }, Product.DotProductTransform(3, scale: 2.0));
}
