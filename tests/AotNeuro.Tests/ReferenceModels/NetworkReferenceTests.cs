using AotNeuro.Tests.Models;
using Xunit.Abstractions;

namespace AotNeuro.Tests.ReferenceModels;

/// <summary>
/// Reference models made of parts: subnetworks and the networks of the library. Objects are compared in the order in which Nengo lists
/// them, the model's own first, then those of its parts.
/// </summary>
public sealed class NetworkReferenceTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Func<NeuralModel>> Models = new()
    {
        ["ensemble_array"] = () => new EnsembleArrayModel(),
        ["product_network"] = () => new ProductModel(),
        ["circular_convolution"] = CircularConvolutionModel.Create,
        ["basal_ganglia_thalamus"] = () => new BasalGangliaModel(),
        ["associative_memory"] = () => new AssociativeMemoryModel(),
        ["input_gated_memory"] = () => new InputGatedMemoryModel(),
        ["subnetworks_and_config"] = () => new SubnetworksModel(),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Builds_the_same_parameters(string name)
    {
        ReferenceModel expected = ReferenceModel.Read(name);
        NeuralModel model = Models[name]();
        double largest = 0.0;
        Assert.Equal(expected.Ensembles.Count, model.AllEnsembles.Count());
        foreach ((Ensemble ours, ReferenceEnsemble theirs) in model.AllEnsembles.Zip(expected.Ensembles.Values))
        {
            largest = Math.Max(largest, ReferenceComparison.Ensemble(ours, theirs));
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
        NeuralModel model = Models[name]();
        model.Run(expected.Seconds);
        double largest = 0.0;
        int spikes = 0;
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
}
