namespace AotNeuro.Tests.Simulation;

/// <summary>Objects that a model names and that do not fit where it uses them: only their values show it.</summary>
public class MisfitTests
{
    [Fact]
    public void A_process_of_another_size_is_named_with_its_node()
    {
        var error = Assert.Throws<BuildException>(() => new ShortOutput().Run(0.01));
        Assert.Equal("Letters", error.ObjectName);
        Assert.Equal(
            "Letters: its process does not fit: PresentInput puts out 2 values, and 1 are asked for. Ask for 2. (Parameter 'sizeOut') "
            + "Sizes are those of 'SizeIn' and 'SizeOut' of [Node].",
            error.Message);
    }

    [Fact]
    public void A_process_without_input_is_given_none()
    {
        var error = Assert.Throws<BuildException>(() => new NeedlessInput().Build());
        Assert.Equal(
            "Noise: its process does not fit: WhiteNoise takes no input, and is given one of size 2. Leave the input out. (Parameter 'sizeIn') "
            + "Sizes are those of 'SizeIn' and 'SizeOut' of [Node].",
            error.Message);
    }

    [Fact]
    public void Noise_has_a_value_for_each_neuron()
    {
        var error = Assert.Throws<BuildException>(() => new FewNoises().Build());
        Assert.Equal(
            "Ens: its noise does not fit: PresentInput puts out 2 values, and 10 are asked for. Ask for 2. (Parameter 'sizeOut') "
            + "Sizes are those of the neurons.",
            error.Message);
    }

    [Fact]
    public void A_transform_of_another_shape_is_named_with_its_connection()
    {
        var model = new WideTransform();
        var error = Assert.Throws<BuildException>(model.Step);
        Assert.Equal(
            "Link: its transform makes 3 values of 1, and between 'Source' and 'Target' 2 are made of 1; give the transform these sizes.", error.Message);

        // What could not be built is not half built.
        Assert.Throws<BuildException>(model.Step);
    }

    [Fact]
    public void A_solver_for_full_weights_is_named_with_its_probe()
    {
        var error = Assert.Throws<BuildException>(() => new FullProbe().Build());
        Assert.Equal("Record: its solver asks for full weights, and a probe decodes; give it one without 'Weights'.", error.Message);
    }

    [Fact]
    public void A_solver_for_full_weights_is_named_with_its_connection()
    {
        var error = Assert.Throws<BuildException>(() => new FullConnection().Build());
        Assert.Equal(
            "Link: its solver asks for full weights; say so to the compiler too, with 'Weights = true' of [Connection].", error.Message);
    }

    [Fact]
    public void A_gain_or_a_bias_alone_is_named_with_its_ensemble()
    {
        var error = Assert.Throws<BuildException>(() => AotNeuro.Building.EnsembleBuilder.Build(
            "Ens", new() { Neurons = 2, Dimensions = 1, Bias = 1.0 }, new LIF(), seed: 0));
        Assert.Equal("Ens: Bias is given alone; give both Gain and Bias, or neither.", error.Message);
    }
}

[NeuralModel(Seed = 0)]
internal sealed partial class ShortOutput
{
    [Node]
    private static readonly Process Letters = new PresentInput(new double[,] { { 1, 0 }, { 0, 1 } }, 0.1);
}

[NeuralModel(Seed = 0)]
internal sealed partial class NeedlessInput
{
    [Node(SizeIn = 2)]
    private static readonly Process Noise = new WhiteNoise();
}

[NeuralModel(Seed = 0)]
internal sealed partial class FewNoises
{
    private static readonly Process Noise = new PresentInput(new double[,] { { 1, 0 } }, 0.1);

    [Ensemble(10, 1, Noise = nameof(Noise))]
    public partial Ensemble Ens { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class WideTransform
{
    private static readonly Sparse Three = new(3, 1, [(0, 0), (2, 0)], 1.0);

    [Node]
    private const double Source = 1.0;

    [Node(SizeIn = 2)]
    private partial Node Target { get; }

    [Connection(nameof(Source), nameof(Target), Transform = nameof(Three))]
    public partial Connection Link { get; }

    [Probe(nameof(Target))]
    public partial Probe Record { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class FullProbe
{
    private static readonly Solver Full = new LstsqL2 { Weights = true };

    [Ensemble(10, 1)]
    public partial Ensemble Ens { get; }

    [Probe(nameof(Ens), Solver = nameof(Full))]
    public partial Probe Record { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class FullConnection
{
    private static readonly Solver Full = new LstsqL2 { Weights = true };

    [Ensemble(10, 1)]
    public partial Ensemble Ens { get; }

    [Connection(nameof(Ens), nameof(Ens), Solver = nameof(Full))]
    public partial Connection Link { get; }
}
