namespace AotNeuro.Tests.Simulation;

/// <summary>PES on weights between neurons: the error is in the target's space, and each neuron takes it along its scaled encoder.</summary>
public class LearningBetweenNeuronsTests
{
    [Fact]
    public void The_error_goes_to_neurons_along_their_encoders()
    {
        var model = new NeuronLearner();
        model.RunSteps(50);
        MatrixView encoders = model.Post.ScaledEncoders;
        ReadOnlySpan<double> activities = model.Activities.Last;
        ReadOnlySpan<double> delta = model.Delta.Last;
        Assert.Equal([0.5, -0.25], model.Error.Last.ToArray());
        Assert.Contains(activities.ToArray(), activity => activity > 0.0);
        for (int i = 0; i < 15; i++)
        {
            double error = encoders[i, 0] * 0.5 - encoders[i, 1] * 0.25;
            for (int j = 0; j < 20; j++)
            {
                double expected = -1e-4 * 0.001 / 20 * error * activities[j];
                Assert.Equal(expected, delta[i * 20 + j], 1e-12 * Math.Abs(expected));
            }
        }
    }

    [Fact]
    public void An_error_for_one_dimension_leaves_the_others_alone()
    {
        var model = new OneError();
        model.RunSteps(20);
        Assert.Equal([0.0, 0.5], model.Error.Last.ToArray());
    }
}

[NeuralModel(Seed = 0)]
internal sealed partial class NeuronLearner
{
    private static readonly double[,] Zeros = new double[15, 20];

    [Node(0.5, -0.25)]
    private partial Node Goal { get; }

    [Ensemble(20, 1)]
    public partial Ensemble Pre { get; }

    [Ensemble(15, 2)]
    public partial Ensemble Post { get; }

    [Connection("Pre.Neurons", "Post.Neurons", Transform = nameof(Zeros)), PES]
    private partial Connection Link { get; }

    [Connection(nameof(Goal), nameof(Link), Synapse = null)]
    public partial Connection GoalToLink { get; }

    [Probe(nameof(Link), Signal = ProbeSignal.Delta)]
    public partial Probe Delta { get; }

    [Probe(nameof(Link), Signal = ProbeSignal.Activities)]
    public partial Probe Activities { get; }

    [Probe(nameof(Link), Signal = ProbeSignal.Error)]
    public partial Probe Error { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class OneError
{
    [Node]
    private const double Goal = 0.5;

    [Ensemble(20, 2)]
    public partial Ensemble Pre { get; }

    [Ensemble(15, 2)]
    public partial Ensemble Post { get; }

    [Connection(nameof(Pre), nameof(Post)), PES]
    private partial Connection Link { get; }

    [Connection(nameof(Goal), "Link[1]", Synapse = null)]
    public partial Connection GoalToLink { get; }

    [Probe(nameof(Link), Signal = ProbeSignal.Error)]
    public partial Probe Error { get; }
}
