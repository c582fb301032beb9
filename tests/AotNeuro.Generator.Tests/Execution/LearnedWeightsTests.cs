namespace AotNeuro.Generator.Tests;

/// <summary>Learned weights and encoders can be read out and put back.</summary>
public sealed class LearnedWeightsTests
{
    private const string Source = """
        using System;
        using AotNeuro;

        [NeuralModel(Seed = 3)]
        partial class Tested
        {
            [Node] static double Stimulus(double t) => Math.Sin(9 * t);
            [Ensemble(neurons: 20, dimensions: 1)] partial Ensemble Pre { get; }
            [Ensemble(neurons: 13, dimensions: 1)] partial Ensemble Post { get; }
            [Connection(nameof(Stimulus), nameof(Pre))] partial Connection StimulusToPre { get; }
            [Connection(nameof(Pre), nameof(Post)), PES(LearningRate = 1e-3)] partial Connection PreToPost { get; }
            [Connection(nameof(Pre), nameof(Post)), Voja] partial Connection Attention { get; }
            [Connection(nameof(Post), nameof(PreToPost))] partial Connection Error { get; }
            [Probe(nameof(Post), Synapse = 0.01)] partial Probe Record { get; }
        }
        """;

    [Fact]
    public void Weights_and_encoders_put_into_another_instance_go_on_as_the_first_would()
    {
        NeuralModel taught = CompiledModel.Create(Source);
        taught.Run(0.3);
        Connection connection = taught.Connections.Single(item => item.Name == "PreToPost");
        Ensemble post = taught.Ensembles.Single(item => item.Name == "Post");
        double[] weights = connection.LearnedWeights.ToArray();
        double[] encoders = post.LearnedEncoders.ToArray();
        Assert.NotEqual(connection.Weights.Values.ToArray(), weights);
        Assert.NotEqual(post.ScaledEncoders.Values.ToArray(), encoders);

        NeuralModel pupil = CompiledModel.Create(Source);
        pupil.Connections.Single(item => item.Name == "PreToPost").LearnedWeights.Set(weights);
        pupil.Ensembles.Single(item => item.Name == "Post").LearnedEncoders.Set(encoders);
        taught.Reset();
        taught.Connections.Single(item => item.Name == "PreToPost").LearnedWeights.Set(weights);
        taught.Ensembles.Single(item => item.Name == "Post").LearnedEncoders.Set(encoders);
        pupil.Run(0.2);
        taught.Run(0.2);
        Assert.Equal(taught.Probes[0].Values.ToArray(), pupil.Probes[0].Values.ToArray());
    }

    [Fact]
    public void Reset_goes_back_to_the_built_values()
    {
        NeuralModel model = CompiledModel.Create(Source);
        model.Run(0.1);
        model.Reset();
        Connection connection = model.Connections.Single(item => item.Name == "PreToPost");
        Assert.Equal(connection.Weights.Values.ToArray(), connection.LearnedWeights.ToArray());
        Assert.Equal(model.Ensembles[1].ScaledEncoders.Values.ToArray(), model.Ensembles[1].LearnedEncoders.ToArray());
    }

    [Fact]
    public void Wrong_values_are_refused_and_change_nothing()
    {
        NeuralModel model = CompiledModel.Create(Source);
        LearnedMatrix weights = model.Connections.Single(item => item.Name == "PreToPost").LearnedWeights;
        double[] before = weights.ToArray();
        Assert.StartsWith(
            "PreToPost learns a matrix of 1 x 20, and 3 values are not that.", Assert.Throws<ArgumentException>(() => weights.Set(new double[3])).Message);
        double[] bad = [.. before];
        bad[7] = double.NaN;
        Assert.StartsWith("PreToPost learns finite numbers, and row 0 holds NaN.", Assert.Throws<ArgumentException>(() => weights.Set(bad)).Message);
        Assert.Equal(before, weights.ToArray());
    }

    [Fact]
    public void What_does_not_learn_says_so()
    {
        NeuralModel model = CompiledModel.Create(Source);
        Assert.Equal(
            "StimulusToPre has no learning rule that changes its weights.",
            Assert.Throws<InvalidOperationException>(() => model.Connections.Single(item => item.Name == "StimulusToPre").LearnedWeights).Message);
        Assert.Equal(
            "No learning rule changes the encoders of Pre.",
            Assert.Throws<InvalidOperationException>(() => model.Ensembles.Single(item => item.Name == "Pre").LearnedEncoders).Message);
    }
}
