using AotNeuro.Tests.Models;
using Xunit.Abstractions;

namespace AotNeuro.Tests.ReferenceModels;

/// <summary>
/// Reference models whose objects are compared in the order in which Nengo lists them, the model's own first, then those of its parts.
/// </summary>
public sealed class OrderedReferenceModelTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. OrderedRuns.All.Select(run => run.Name)];

    [Fact]
    public void Every_reference_model_is_run()
    {
        IEnumerable<string> run = ReferenceRuns.All.Select(item => item.Name).Concat(OrderedRuns.All.Select(item => item.Name));
        IEnumerable<string> recorded = ReferenceFiles.Models;
        Assert.Equal(recorded, run.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Builds_the_same_parameters(string name)
    {
        ReferenceModel expected = ReferenceModel.Read(name);
        NeuralModel model = Create(name, expected);
        double largest = 0.0;
        Assert.Equal(expected.Ensembles.Count, model.AllEnsembles.Count());
        foreach ((Ensemble ours, ReferenceEnsemble theirs) in model.AllEnsembles.Zip(expected.Ensembles.Values))
        {
            largest = Math.Max(largest, EnsembleComparison.Compare(ours, theirs));
        }

        Assert.Equal(expected.Connections.Count, model.AllConnections.Count());
        foreach ((Connection ours, ReferenceConnection theirs) in model.AllConnections.Zip(expected.Connections.Values))
        {
            Assert.Equal(theirs.Seed, ours.Seed);
            if (theirs.Rmses is not null)
            {
                largest = Math.Max(largest, ReferenceComparison.Parameters($"{ours.Name}: weights", ours.Weights.Values, theirs.Weights!));
                largest = Math.Max(largest, ReferenceComparison.Parameters($"{ours.Name}: rmses", ours.SolverReport.Rmses.ToArray(), theirs.Rmses));
            }
        }

        output.WriteLine($"{name}: largest relative deviation of built parameters {largest:0.0e0}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spikes_at_the_same_steps_and_decodes_the_same_values(string name)
    {
        ReferenceModel expected = ReferenceModel.Read(name);
        NeuralModel model = Create(name, expected);
        model.Run(expected.Seconds);
        double largest = 0.0;
        int spikes = 0;
        Assert.Equal(expected.Probes.Count, model.Probes.Count);
        foreach ((Probe ours, ReferenceProbe theirs) in model.Probes.Zip(expected.Probes.Values))
        {
            Assert.Equal(theirs.Seed, ours.Seed);
            if (theirs.Spikes is { } events)
            {
                spikes += ReferenceComparison.Spikes(ours.Name, ours.Spikes.ToArray().Select(spike => ((int)spike.Step - 1, spike.Neuron)), events);
            }
            else
            {
                largest = Math.Max(largest, ReferenceComparison.Values(ours.Name, ours.Values, theirs.Values!));
            }
        }

        output.WriteLine($"{name}: {spikes} spikes at their steps, largest deviation of values {largest:0.0e0} of their range");
    }

    private static NeuralModel Create(string name, ReferenceModel expected)
    {
        NeuralModel model = OrderedRuns.All.Single(run => run.Name == name).Create();
        if (model is CircularConvolutionModel convolution)
        {
            // The vectors that Nengo bound are known from its probes only.
            convolution.A.Output = expected.Probes["a"].Values!.Data;
            convolution.B.Output = expected.Probes["b"].Values!.Data;
        }

        return model;
    }
}
