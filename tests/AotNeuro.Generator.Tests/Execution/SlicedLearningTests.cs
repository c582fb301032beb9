namespace AotNeuro.Generator.Tests;

/// <summary>Learning on connections that start from some neurons, or end at some neurons or dimensions.</summary>
public sealed class SlicedLearningTests
{
    private const double Rate = 1e-3;

    /// <summary>Two ensembles, of which all neurons of the first are active, and a vector of errors in the space of the second.</summary>
    private const string Objects = """
        [Node] const double One = 1;
        [Node(0.5, -0.25, 0.75)] partial Node Goal { get; }
        [Ensemble(20, 1, Intercepts = -0.9)] partial Ensemble Pre { get; }
        [Ensemble(13, 3)] partial Ensemble Post { get; }
        static readonly Distribution Draw = new Uniform(-1e-3, 1e-3);
        [Probe("Pre.Neurons")] partial Probe Output { get; }
        [Probe(nameof(C), Signal = ProbeSignal.Activities)] partial Probe Activities { get; }
        [Probe(nameof(C), Signal = ProbeSignal.Delta)] partial Probe Delta { get; }
        [Probe(nameof(C), Signal = ProbeSignal.Weights)] partial Probe Weights { get; }

        """;

    /// <summary>PES learns from the neurons of the slice, and divides by their number.</summary>
    [Theory]
    [InlineData("[..4]", new[] { 0, 1, 2, 3 })]
    [InlineData("[^3..]", new[] { 17, 18, 19 })]
    [InlineData("[5]", new[] { 5 })]
    [InlineData("[7, 0, 19]", new[] { 7, 0, 19 })]
    public void Slice_of_the_source_is_what_is_learned_from(string slice, int[] neurons)
    {
        NeuralModel model = Run($$"""
            [Connection("Pre.Neurons{{slice}}", nameof(Post), Transform = nameof(Draw)), PES(LearningRate = 1e-3, PreSynapse = null)] partial Connection C { get; }
            [Connection(nameof(Goal), nameof(C), Synapse = null)] partial Connection Error { get; }
            """);
        double[] output = model.Recorded("Output");
        double[] activities = model.Recorded("Activities");
        Assert.Equal([.. Steps.SelectMany(step => neurons.Select(neuron => output[step * 20 + neuron]))], activities);
        Assert.Contains(activities, activity => activity > 0);
        AssertLearns(model, [0.5, -0.25, 0.75], neurons.Length);
    }

    [Fact]
    public void RLS_learns_from_the_slice_as_from_an_ensemble_of_those_neurons()
    {
        NeuralModel model = Run("""
            [Connection("Pre.Neurons[^1]", "Post[0]", Transform = nameof(Draw)), RLS(LearningRate = 1000, PreSynapse = null)] partial Connection C { get; }
            [Connection(nameof(One), nameof(C), Synapse = null)] partial Connection Error { get; }
            """.Replace("Activities", "PreFiltered", StringComparison.Ordinal), "PreFiltered");
        double[] activities = model.Recorded("Activities");
        Assert.Contains(activities, activity => activity > 0);
        double inverse = 1;
        for (int step = 0; step < activities.Length; step++)
        {
            double product = inverse * activities[step];
            double k = 1 / (1 + activities[step] * product);
            Assert.Equal(-k * product, model.Recorded("Delta")[step], 1e-14);
            inverse -= product * product * k;
        }
    }

    /// <summary>The error is in the space of the whole ensemble, whichever of its neurons learn.</summary>
    [Theory]
    [InlineData("[..4]", 0, 4)]
    [InlineData("[9..]", 9, 4)]
    [InlineData("[^1]", 12, 1)]
    [InlineData("", 0, 13)]
    public void Some_neurons_of_the_target_take_the_error_along_their_encoders(string slice, int first, int count)
    {
        foreach (string source in new[] { "Pre.Neurons[3..]", "Pre" })
        {
            NeuralModel model = Run($$"""
                [Connection("{{source}}", "Post.Neurons{{slice}}", Transform = nameof(Draw)), PES(LearningRate = 1e-3, PreSynapse = null)]
                partial Connection C { get; }
                [Connection(nameof(Goal), nameof(C), Synapse = null)] partial Connection Error { get; }
                """);
            double[] encoders = Encoders(model);
            double[] errors = [.. Enumerable.Range(first, count).Select(i => encoders[i * 3] * 0.5 + encoders[i * 3 + 1] * -0.25 + encoders[i * 3 + 2] * 0.75)];
            AssertLearns(model, errors, source == "Pre" ? 20 : 17);
        }
    }

    [Theory]
    [InlineData("[0]", 0, 1)]
    [InlineData("[1..]", 1, 2)]
    [InlineData("[..2]", 0, 2)]
    public void Full_weights_to_some_dimensions_take_an_error_in_those(string slice, int first, int count)
    {
        double[] goal = [0.5, -0.25, 0.75];
        NeuralModel model = Run($$"""
            [Connection(nameof(Pre), "Post{{slice}}", Transform = nameof(Draw), Weights = true), PES(LearningRate = 1e-3, PreSynapse = null)]
            partial Connection C { get; }
            [Connection("Goal{{slice}}", nameof(C), Synapse = null)] partial Connection Error { get; }
            """);
        double[] encoders = Encoders(model);
        double[] errors = [.. Enumerable.Range(0, 13).Select(i => Enumerable.Range(first, count).Sum(d => encoders[i * 3 + d] * goal[d]))];
        AssertLearns(model, errors, 20);
    }

    /// <summary>The neurons' own activities count, so that the slice of dimensions changes the first weights alone.</summary>
    [Theory]
    [InlineData("Oja(LearningRate = 1e-3, Beta = 0, PreSynapse = null)")]
    [InlineData("BCM(LearningRate = 1e-3, PreSynapse = null)")]
    public void Hebbian_rules_learn_full_weights_to_some_dimensions(string rule)
    {
        NeuralModel model = Run(
            $$"""
            [Connection(nameof(Pre), "Post[1]", Weights = true), {{rule}}] partial Connection C { get; }
            [Probe(nameof(C), Signal = ProbeSignal.PostFiltered)] partial Probe Of { get; }
            [Probe("Post.Neurons")] partial Probe Post_ { get; }
            """,
            "PreFiltered");
        Assert.Equal(model.Recorded("Output"), model.Recorded("Activities"));
        Assert.Equal(model.Recorded("Post_"), model.Recorded("Of"));
        Assert.Contains(model.Recorded("Delta"), delta => delta != 0);
        AssertAdds(model, 13 * 20);
    }

    /// <summary>Decoders are for all neurons, whatever dimensions the connection starts from.</summary>
    [Fact]
    public void Slice_of_represented_dimensions_decodes_all_neurons()
    {
        NeuralModel model = Run("""
            [Ensemble(11, 3)] partial Ensemble Wide { get; }
            [Connection(nameof(Goal), nameof(Wide), Synapse = null)] partial Connection GoalToWide { get; }
            [Connection("Wide[1]", nameof(Pre)), PES(LearningRate = 1e-3, PreSynapse = null)] partial Connection C { get; }
            [Connection(nameof(One), nameof(C), Synapse = null)] partial Connection Error { get; }
            """);
        AssertLearns(model, [1], 11);
    }

    private static IEnumerable<int> Steps => Enumerable.Range(0, 30);

    private static NeuralModel Run(string members, string activities = "Activities") => CompiledModel.Run(
        Objects.Replace("ProbeSignal.Activities", $"ProbeSignal.{activities}", StringComparison.Ordinal) + members, Steps.Count());

    private static double[] Encoders(NeuralModel model) =>
        model.Ensembles.Single(ensemble => ensemble.Name == "Post").ScaledEncoders.Values.ToArray();

    /// <summary>delta = -rate dt / n error activities', and the weights are the sum of the deltas before.</summary>
    private static void AssertLearns(NeuralModel model, double[] errors, int n)
    {
        double[] activities = model.Recorded("Activities");
        double[] delta = model.Recorded("Delta");
        Assert.Equal(Steps.Count() * n, activities.Length);
        Assert.Equal(Steps.Count() * n * errors.Length, delta.Length);
        Assert.Contains(delta, change => change != 0);
        foreach (int step in Steps)
        {
            for (int i = 0; i < errors.Length * n; i++)
            {
                double expected = -Rate * 0.001 / n * errors[i / n] * activities[step * n + i % n];
                Assert.Equal(expected, delta[step * errors.Length * n + i], 1e-12 * Math.Abs(expected));
            }
        }

        AssertAdds(model, errors.Length * n);
    }

    private static void AssertAdds(NeuralModel model, int size)
    {
        double[] weights = model.Recorded("Weights");
        double[] delta = model.Recorded("Delta");
        Assert.Equal(delta.Length, weights.Length);
        for (int i = size; i < weights.Length; i++)
        {
            Assert.Equal(weights[i - size] + delta[i - size], weights[i], 1e-15);
        }
    }
}
