// Runs the reference models and prints what they are bit for bit, so that runs on other instruction sets can be compared.
//
//   ReferenceModels                  a line "model array length hash" for every built parameter and probe of every model
//   ReferenceModels spikes <model>   a line "probe step neuron" for every spike, named and counted as in the reference
//
// The first line is the width in bits of the widest vectors that the process computes with, 0 without any.
using System.Runtime.Intrinsics;
using AotNeuro;
using AotNeuro.Aot.Tests.ReferenceModels;
using AotNeuro.Tests.ReferenceModels;

int widest = Vector512.IsHardwareAccelerated ? 512
    : Vector256.IsHardwareAccelerated ? 256
    : Vector128.IsHardwareAccelerated ? 128 : 0;
Console.WriteLine($"vectors {widest}");

if (args is ["spikes", string wanted])
{
    PrintSpikes(ReferenceRuns.All.Single(run => run.Name == wanted));
    return;
}

foreach (ReferenceRun run in ReferenceRuns.All)
{
    PrintHashes(run);
}

static void PrintSpikes(ReferenceRun run)
{
    NeuralModel model = run.Create();
    model.Run(Seconds(run.Name));
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

static void PrintHashes(ReferenceRun run)
{
    NeuralModel model = run.Create();
    foreach (Ensemble ensemble in model.Ensembles)
    {
        Print(run, $"{ensemble.Name}.EvalPoints", ensemble.EvalPoints.Values);
        Print(run, $"{ensemble.Name}.Encoders", ensemble.Encoders.Values);
        Print(run, $"{ensemble.Name}.MaxRates", ensemble.MaxRates);
        Print(run, $"{ensemble.Name}.Intercepts", ensemble.Intercepts);
        Print(run, $"{ensemble.Name}.Gain", ensemble.Gain);
        Print(run, $"{ensemble.Name}.Bias", ensemble.Bias);
        Print(run, $"{ensemble.Name}.Rates", ensemble.TuningCurves().Rates.Values);
    }

    foreach (Connection connection in model.Connections.Where(item => item.IsDecoded))
    {
        Print(run, $"{connection.Name}.Decoders", connection.Decoders.Values);
        Print(run, $"{connection.Name}.Weights", connection.Weights.Values);
        Print(run, $"{connection.Name}.Rmses", connection.SolverReport.Rmses.ToArray());
    }

    model.Run(Seconds(run.Name));
    foreach (Probe probe in model.Probes)
    {
        // A spike is a height in these samples, so their bits hold every spike event.
        Print(run, probe.Name, probe.Values);
    }
}

static void Print(ReferenceRun run, string array, ReadOnlySpan<double> values) =>
    Console.WriteLine($"{run.Name} {array} {values.Length} {BitHash.Of(values):x16}");

// How long Nengo ran each model.
static double Seconds(string name) => name switch
{
    "izhikevich_sine" or "communication_channel" => 1.0,
    "izhikevich_constant" => 0.1,
    "izhikevich_square" or "izhikevich_square_tau02" => 2.0,
    "neuron_izhikevich" or "neuron_lif" => 0.3,
    _ => 0.4,
};
