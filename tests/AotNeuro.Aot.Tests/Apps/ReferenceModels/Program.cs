// Runs the reference models and prints what they are bit for bit, so that runs on other instruction sets can be compared.
//
//   ReferenceModels                  a line "model array length hash" for every built parameter and probe of every model
//   ReferenceModels spikes <model> <seconds>
//                                    a line "probe step neuron" for every spike, named and counted as in the reference;
//                                    models without a list of names number their probes from 0
//
// The first line is the width in bits of the widest vectors that the process computes with, 0 without any.
using System.Globalization;
using System.Runtime.Intrinsics;
using AotNeuro;
using AotNeuro.Aot.Tests.ReferenceModels;
using AotNeuro.Tests.ReferenceModels;

int widest = Vector512.IsHardwareAccelerated ? 512
    : Vector256.IsHardwareAccelerated ? 256
    : Vector128.IsHardwareAccelerated ? 128 : 0;
Console.WriteLine($"vectors {widest}");

if (args is ["spikes", string wanted, string seconds])
{
    double duration = double.Parse(seconds, CultureInfo.InvariantCulture);
    if (ReferenceRuns.All.SingleOrDefault(run => run.Name == wanted) is { } named)
    {
        PrintSpikes(named, duration);
    }
    else
    {
        PrintSpikesInOrder(OrderedRuns.All.Single(run => run.Name == wanted).Create(), duration);
    }

    return;
}

foreach (ReferenceRun run in ReferenceRuns.All)
{
    PrintHashes(run.Name, run.Create());
}

foreach ((string name, Func<NeuralModel> create) in OrderedRuns.All)
{
    PrintHashes(name, create());
}

static void PrintSpikes(ReferenceRun run, double seconds)
{
    NeuralModel model = run.Create();
    model.Run(seconds);
    foreach ((string theirs, string ours) in run.Probes)
    {
        Probe probe = model.Probes.Single(item => item.Name == ours);
        if (probe.Signal == ProbeSignal.Spikes)
        {
            foreach (SpikeEvent spike in probe.Spikes)
            {
                Console.WriteLine($"{theirs} {spike.Step - 1} {spike.Neuron}");
            }
        }
    }
}

static void PrintSpikesInOrder(NeuralModel model, double seconds)
{
    model.Run(seconds);
    for (int i = 0; i < model.Probes.Count; i++)
    {
        if (model.Probes[i].Signal == ProbeSignal.Spikes)
        {
            foreach (SpikeEvent spike in model.Probes[i].Spikes)
            {
                Console.WriteLine($"{i} {spike.Step - 1} {spike.Neuron}");
            }
        }
    }
}

static void PrintHashes(string run, NeuralModel model)
{
    foreach (Ensemble ensemble in model.AllEnsembles)
    {
        Print(run, $"{ensemble.Name}.EvalPoints", ensemble.EvalPoints.Values);
        Print(run, $"{ensemble.Name}.Encoders", ensemble.Encoders.Values);
        Print(run, $"{ensemble.Name}.MaxRates", ensemble.MaxRates);
        Print(run, $"{ensemble.Name}.Intercepts", ensemble.Intercepts);
        Print(run, $"{ensemble.Name}.Gain", ensemble.Gain);
        Print(run, $"{ensemble.Name}.Bias", ensemble.Bias);
        Print(run, $"{ensemble.Name}.Rates", ensemble.ResponseCurves().Rates.Values);
    }

    foreach (Connection connection in model.AllConnections.Where(item => item.IsDecoded))
    {
        Print(run, $"{connection.Name}.Decoders", connection.Decoders.Values);
        Print(run, $"{connection.Name}.Weights", connection.Weights.Values);
        Print(run, $"{connection.Name}.Rmses", connection.SolverReport.Rmses.ToArray());
    }

    model.Run(seconds: 0.2);
    foreach (Probe probe in model.Probes)
    {
        // A spike is a height in these samples, so their bits hold every spike event.
        Print(run, probe.Name, probe.Values);
    }
}

static void Print(string run, string array, ReadOnlySpan<double> values) =>
    Console.WriteLine($"{run} {array} {values.Length} {BitHash.Of(values):x16}");
