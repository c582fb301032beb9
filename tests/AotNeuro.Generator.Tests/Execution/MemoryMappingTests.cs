using AotNeuro.Random;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Inputs, outputs and defaults of an associative memory. Ensembles that compute directly make it exact: with f for the memory's function, an
/// item of similarity x to the input is found to the amount <c>f(x - 0.3)</c>.
/// </summary>
public sealed class MemoryMappingTests
{
    private const string Vectors = """
        static readonly double[,] Keys = { { 1, 0 }, { 0, 1 } };
        static readonly double[,] Others = { { 1, 1, 0 }, { 0, 0, 2 } };
        static readonly double[,] Prices = { { 3 }, { 5 } };
        static readonly double[] Scales = { 2.0, 0.5 };
        static readonly double[] Unknown = { 0.25, -0.75 };
        static readonly double[] Free = { -1 };
        """;

    [Theory]
    [InlineData("new[] { 2.0, 0.5 }", 2.0, 0.5)]
    [InlineData("nameof(Scales)", 2.0, 0.5)]
    [InlineData("3", 3.0, 3.0)]
    public void Added_input_and_output_have_vectors_of_their_own(string scales, double first, double second)
    {
        NeuralModel model = Run($"AssociativeMemory(2, 2, nameof(Keys)), MemoryInput(\"Other\", 3, nameof(Others), Scales = {scales}), MemoryOutput(\"Price\", 1, nameof(Prices))", """
            [Node(1, 0.5, 0.25)] partial Node Cue { get; }
            [Connection(nameof(Cue), "Recall.Other")] partial Connection C { get; }
            [Probe("Recall.ElementInput")] partial Probe Near { get; }
            [Probe("Recall.Price")] partial Probe Price { get; }
            """);
        double[] near = [first * 1.5, second * 0.5];
        AssertEqual(near, model.Recorded("Near"));
        AssertEqual([3.0 * Found(near[0]) + 5.0 * Found(near[1])], model.Recorded("Price"));
    }

    [Theory]
    [InlineData("InputScale = 2", 1.2, 0.8)]
    [InlineData("InputScale = nameof(Scales)", 1.2, 0.2)]
    public void Memorys_own_input_is_scaled(string argument, double first, double second) => AssertEqual(
        [first, second],
        Run($"AssociativeMemory(2, 2, nameof(Keys), {argument})", Cue(0.6, 0.4) + "[Probe(\"Recall.ElementInput\")] partial Probe Near { get; }").Recorded("Near"));

    /// <summary>What is found silences the vector by the factor 1 / 0.25; what inhibits the memory does so by the factor 1.5.</summary>
    [Theory]
    [InlineData(0.9, 0.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(0.9, 1.0)]
    public void Output_is_the_default_unless_something_is_found(double similarity, double inhibition)
    {
        NeuralModel model = Run(
            "AssociativeMemory(2, 2, nameof(Keys), Inhibitable = true), MemoryOutput(\"Price\", 1, nameof(Prices)), "
            + "MemoryDefault(nameof(Free), Output = \"Price\", MinActivationValue = 0.25), MemoryDefault(nameof(Unknown))",
            Cue(similarity, 0.0) + $$"""
            [Node({{inhibition}})] partial Node Inhibition { get; }
            [Connection(nameof(Inhibition), "Recall.Inhibit")] partial Connection D { get; }
            [Probe("Recall.Output")] partial Probe Out { get; }
            [Probe("Recall.Price")] partial Probe Price { get; }
            """);
        double found = Found(similarity - 1.5 * inhibition);
        double free = 1.0 - 4.0 * found - 1.5 * inhibition;
        double unknown = 1.0 - 2.0 * found - 1.5 * inhibition;
        AssertEqual([3.0 * found - free], model.Recorded("Price"));
        AssertEqual([found + 0.25 * unknown, -0.75 * unknown], model.Recorded("Out"));
    }

    /// <summary>With s for the scale, an item that is found to the amount y gives <c>1 - s (1 - s y)</c>.</summary>
    [Fact]
    public void Added_outputs_and_defaults_take_thresholded_items()
    {
        NeuralModel model = Run(
            "AssociativeMemory(2, 2, nameof(Keys), ThresholdOutputs = true, ThresholdScale = 3), MemoryOutput(\"Price\", 1, nameof(Prices)), MemoryDefault(nameof(Unknown))",
            Cue(0.9, 0.5) + "[Probe(\"Recall.Output\")] partial Probe Out { get; } [Probe(\"Recall.Price\")] partial Probe Price { get; }");
        double first = 1.0 - 3.0 * (1.0 - 3.0 * Found(0.9));
        double second = 1.0 - 3.0 * (1.0 - 3.0 * Found(0.5));
        double unknown = 1.0 - 2.0 * (first + second);
        AssertEqual([3.0 * first + 5.0 * second], model.Recorded("Price"));
        AssertEqual([first + 0.25 * unknown, second - 0.75 * unknown], model.Recorded("Out"));
    }

    [Fact]
    public void Items_inhibit_each_other_as_told()
    {
        NeuralModel model = Run(
            "AssociativeMemory(2, 2, nameof(Keys), WinnerTakeAll = true, WinnerTakeAllScale = 2, WinnerTakeAllSynapse = 0)",
            Cue(0.9, 0.5) + "[Probe(\"Recall.ElementInput\")] partial Probe Near { get; }",
            steps: 2);
        AssertEqual([0.9, 0.5, 0.9 - 2.0 * Found(0.5), 0.5 - 2.0 * Found(0.9)], model.Recorded("Near"));
    }

    /// <summary>
    /// Connections of Nengo's: three per item, one that inhibits, the input, the output; one if items inhibit each other; six and one per item for
    /// thresholds, with the output's again in place of the first; an input, an output; four of the default. Seeds of ensembles come after them.
    /// </summary>
    [Theory]
    [InlineData("", 15)]
    [InlineData(", WinnerTakeAll = true", 16)]
    [InlineData(", ThresholdOutputs = true", 21)]
    public void Seeds_are_drawn_in_the_order_of_Nengos_objects(string arguments, int connections)
    {
        NeuralModel model = Run(
            $"AssociativeMemory(2, 2, nameof(Keys), Seed = 9, Inhibitable = true{arguments}), MemoryInput(\"Other\", 3, nameof(Others)), "
            + "MemoryOutput(\"Price\", 1, nameof(Prices)), MemoryDefault(nameof(Unknown), Neurons = 30)",
            "[Probe(\"Recall.Output\")] partial Probe Out { get; }",
            neurons: "LIF");
        var random = new RandomState(9);
        int[] draws = [.. Enumerable.Range(0, connections + 3).Select(_ => random.RandInt(int.MaxValue))];
        Ensemble[] ensembles = [.. model.AllEnsembles.Where(ensemble => !ensemble.Name.Contains("Threshold", StringComparison.Ordinal))];
        Assert.Equal(draws[^3..], ensembles.Select(ensemble => ensemble.Seed));
        Assert.Equal([50, 50, 30], ensembles.Select(ensemble => ensemble.NeuronCount));
        Assert.Equal("Recall.DefaultOutput", ensembles[2].Name);
    }

    [Fact]
    public void Scales_of_another_number_are_named()
    {
        BuildException error = Assert.Throws<BuildException>(() => AssociativeMemory.Scaled("Recall.Input", new double[3, 2], [1.0, 2.0]));
        Assert.Equal("Recall.Input: it has 2 scales for 3 vectors; give one number, or one for each.", error.Message);
    }

    private static double Found(double similarity) => Math.Max(0.0, 1.0 - Math.Exp(-15.0 * (similarity - 0.3)));

    private static string Cue(double first, double second) => FormattableString.Invariant(
        $"[Node({first}, {second})] partial Node Cue {{ get; }} [Connection(nameof(Cue), \"Recall.Input\")] partial Connection C {{ get; }} ");

    private static NeuralModel Run(string memory, string members, int steps = 1, string neurons = "Direct")
    {
        NeuralModel model = CompiledModel.Create(
            $"using AotNeuro; [NeuralModel(Seed = 1), ConnectionDefaults(Synapse = null)] partial class Tested {{ {Vectors} [{memory}, {neurons}] partial AssociativeMemory Recall {{ get; }} {members} }}");
        model.RunSteps(steps);
        return model;
    }

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
