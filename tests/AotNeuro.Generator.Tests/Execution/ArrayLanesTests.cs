using System.Text;
using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Tests;

/// <summary>Arrays whose ensembles are the lanes of vectors, against ensembles with the same seeds that stand by themselves.</summary>
public sealed class ArrayLanesTests
{
    [Theory]
    [InlineData(8, 1, "LIF", "Double")]
    [InlineData(12, 1, "Izhikevich", "Double")]
    [InlineData(23, 1, "AdaptiveLIF", "Double")]
    [InlineData(16, 1, "LIFRate", "Double")]
    [InlineData(15, 1, "Tanh", "Double")]
    [InlineData(8, 2, "LIF", "Double")]
    [InlineData(14, 2, "RectifiedLinear", "Double")]
    [InlineData(16, 1, "LIF", "Single")]
    [InlineData(31, 1, "Izhikevich", "Single")]
    [InlineData(15, 2, "LIFRate", "Single")]
    public void Ensembles_in_lanes_decode_what_they_decode_alone(int ensembles, int dimensions, string type, string precision)
    {
        string attribute = $"using AotNeuro; [NeuralModel(Seed = 1, Precision = Precision.{precision})] partial class Tested ";
        string members = ArrayOf(ensembles, dimensions, type);
        Kernel kernel = Assert.Single(Lowerer.Lower(ModelText.ParseFile($"{attribute} {{ {members} }}", "Tested")).Kernels).Kernel;
        Assert.True(kernel.IsAcross);
        NeuralModel lanes = CompiledModel.Create($"{attribute} {{ {members} }}");
        NeuralModel alone = CompiledModel.Create($"{attribute} {{ {EnsemblesAlone(lanes, dimensions, type)} }}");
        lanes.RunSteps(200);
        alone.RunSteps(200);
        for (int k = 0; k < ensembles; k++)
        {
            for (int step = 0; step < 200; step++)
            {
                for (int d = 0; d < dimensions; d++)
                {
                    Equal(alone.Recorded($"E{k}Represented")[step * dimensions + d], lanes.Recorded("Represented")[(step * ensembles + k) * dimensions + d]);
                }

                Equal(alone.Recorded($"E{k}Computed")[step], lanes.Recorded("Computed")[step * ensembles + k]);
            }
        }

        // Sums of the same terms in another order.
        void Equal(double expected, double actual) => Assert.Equal(expected, actual, precision == "Double" ? 1e-12 : 1e-5);
    }

    [Theory]
    [InlineData(4, 50, false)]
    [InlineData(7, 50, false)]
    [InlineData(8, 50, true)]
    [InlineData(12, 50, false)]
    [InlineData(60, 50, true)]
    [InlineData(100, 56, false)]
    [InlineData(104, 56, true)]
    [InlineData(3, 1, true)]
    public void Ensembles_are_lanes_where_that_takes_no_more_vectors(int ensembles, int neurons, bool isAcross) =>
        Assert.Equal(isAcross, Assert.Single(Lowerer.Lower(ModelText.Parse($$"""
            [EnsembleArray(neurons: {{neurons}}, ensembles: {{ensembles}})] partial EnsembleArray Array { get; }
            [Probe("Array.Output")] partial Probe P { get; }
            """)).Kernels).Kernel.IsAcross);

    private static string ArrayOf(int ensembles, int dimensions, string type) => $$"""
        [EnsembleArray(neurons: 11, ensembles: {{ensembles}}, EnsembleDimensions = {{dimensions}}), {{type}}, ArrayOutput("Square", nameof(Square))]
        public partial EnsembleArray Array { get; }
        [Node(SizeOut = {{ensembles * dimensions}})] {{Stimulus(dimensions)}}
        [Connection(nameof(Stimulus), "Array.Input")] partial Connection C { get; }
        [Probe("Array.Output", Synapse = 0.01)] public partial Probe Represented { get; }
        [Probe("Array.Square", Synapse = 0.01)] public partial Probe Computed { get; }
        {{Square(dimensions)}}
        """;

    private static string EnsemblesAlone(NeuralModel model, int dimensions, string type)
    {
        Ensemble[] ensembles = [.. model.AllEnsembles];
        model.Build();
        var text = new StringBuilder($"[Node(SizeOut = {ensembles.Length * dimensions})] {Stimulus(dimensions)} {Square(dimensions)}");
        for (int k = 0; k < ensembles.Length; k++)
        {
            text.Append($$"""
                [Ensemble(11, {{dimensions}}, Seed = {{ensembles[k].Seed}}), {{type}}] partial Ensemble E{{k}} { get; }
                [Node(SizeIn = 1)] partial Node N{{k}} { get; }
                [Connection("Stimulus[{{k * dimensions}}..{{(k + 1) * dimensions}}]", nameof(E{{k}}))] partial Connection C{{k}} { get; }
                [Connection(nameof(E{{k}}), nameof(N{{k}}), Function = nameof(Square), Synapse = null)] partial Connection D{{k}} { get; }
                [Probe(nameof(E{{k}}), Synapse = 0.01)] public partial Probe E{{k}}Represented { get; }
                [Probe(nameof(N{{k}}), Synapse = 0.01)] public partial Probe E{{k}}Computed { get; }
                """);
        }

        return text.ToString();
    }

    private static string Stimulus(int dimensions) =>
        $"static void Stimulus(double t, Span<double> y) {{ for (int i = 0; i < y.Length; i++) y[i] = Math.Sin(7 * t + i) / {dimensions}; }}";

    private static string Square(int dimensions) =>
        $"static double Square({string.Join(", ", new[] { "double a", "double b" }.Take(dimensions))}) => a * a + 0.5;";
}
