using Xunit.Abstractions;

namespace AotNeuro.Tests.ReferenceModels;

/// <summary>Every reference model that can be said, against what Nengo built and did.</summary>
public sealed class ReferenceModelTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. ReferenceRuns.All.Select(run => run.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Builds_the_same_parameters(string name)
    {
        (ReferenceRun run, ReferenceModel expected, NeuralModel model) = Open(name);
        double largest = 0.0;
        foreach ((string theirs, string ours) in run.Ensembles)
        {
            largest = Math.Max(largest, CompareEnsemble(model.Ensembles.Single(item => item.Name == ours), expected.Ensembles[theirs]));
        }

        foreach ((string theirs, string ours) in run.Connections)
        {
            Connection connection = model.Connections.Single(item => item.Name == ours);
            ReferenceConnection reference = expected.Connections[theirs];
            Assert.Equal(reference.Seed, connection.Seed);
            largest = Math.Max(largest, ReferenceComparison.Parameters($"{ours}: weights", connection.Weights.Values, reference.Weights!));
            largest = Math.Max(largest, ReferenceComparison.Parameters($"{ours}: rmses", connection.SolverReport.Rmses.ToArray(), reference.Rmses!));
        }

        output.WriteLine($"{name}: largest relative deviation of built parameters {largest:0.0e0}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Spikes_at_the_same_steps_and_decodes_the_same_values(string name)
    {
        (ReferenceRun run, ReferenceModel expected, NeuralModel model) = Open(name);
        model.Run(expected.Seconds);
        Assert.Equal(expected.Steps, model.StepCount);
        double largest = 0.0;
        int spikes = 0;
        foreach ((string theirs, string ours) in run.Probes)
        {
            Probe probe = model.Probes.Single(item => item.Name == ours);
            ReferenceProbe reference = expected.Probes[theirs];
            Assert.Equal(reference.Seed, probe.Seed);
            if (reference.Spikes is { } events)
            {
                spikes += ReferenceComparison.Spikes(ours, probe.Spikes.ToArray().Select(spike => ((int)spike.Step - 1, spike.Neuron)), events);
            }
            else
            {
                largest = Math.Max(largest, CompareValues(expected, model, probe, reference));
            }
        }

        output.WriteLine($"{name}: {spikes} spikes at their steps, largest deviation of values {largest:0.0e0} of their range");
    }

    private static (ReferenceRun Run, ReferenceModel Expected, NeuralModel Model) Open(string name)
    {
        ReferenceRun run = ReferenceRuns.All.Single(item => item.Name == name);
        return (run, ReferenceModel.Read(name), run.Create());
    }

    private static double CompareEnsemble(Ensemble ours, ReferenceEnsemble theirs)
    {
        Assert.Equal(theirs.Seed, ours.Seed);
        Assert.Equal(theirs.Radius, ours.Radius);
        return new[]
        {
            ReferenceComparison.EvalPoints(ours.Name, ours.EvalPoints.Values, theirs),
            ReferenceComparison.Parameters($"{ours.Name}: encoders", ours.Encoders.Values, theirs.Encoders),
            ReferenceComparison.Parameters($"{ours.Name}: maximum rates", ours.MaxRates, theirs.MaxRates!),
            ReferenceComparison.Parameters($"{ours.Name}: intercepts", ours.Intercepts, theirs.Intercepts!),
            ReferenceComparison.Parameters($"{ours.Name}: gain", ours.Gain, theirs.Gain!),
            ReferenceComparison.Parameters($"{ours.Name}: bias", ours.Bias, theirs.Bias!),
        }.Max();
    }

    /// <summary>Voltage and recovery of Izhikevich cells have the one exception of nengo-semantics; everything else has none.</summary>
    private static double CompareValues(ReferenceModel expected, NeuralModel model, Probe probe, ReferenceProbe reference)
    {
        bool isIzhikevichState = reference.Attr is "voltage" or "recovery" && model.Ensembles.Single(item => item.Name == probe.Target).NeuronType is Izhikevich;
        if (!isIzhikevichState)
        {
            return ReferenceComparison.Values(probe.Name, probe.Values, reference.Values!);
        }

        ReferenceSpikes spikes = expected.Probes.Values.First(item => item.Spikes?.Neurons == probe.Size).Spikes!;
        int every = (int)Math.Round((reference.SampleEvery ?? expected.Dt) / expected.Dt);
        return IzhikevichStateComparison.Compare(probe.Name, probe.Values, reference.Values!, spikes, every);
    }
}
