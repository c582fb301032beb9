using System.Globalization;

namespace AotNeuro.Benchmarks;

/// <summary>A model to measure, and what is known about it.</summary>
internal sealed record Workload(string Name, string What, Func<NeuralModel> Create, RecordedFigures Recorded)
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("W1", "10 Izhikevich, 4 probes", () => new SeedPage(), new(61, 46, 70, BuildMs: 400, CNs: 23)) { HasTwin = true },
        new("W2", "100 LIF -> 100 LIF", () => new Channel(), new(48.8, 48.3, 60.2, BuildMs: 20, CNs: 88)) { HasTwin = true },
        new("W3", "30 Izhikevich -> x^2 -> 30 Izhikevich", () => new SineSquared(), new(48.5, 48.2, 48.7, BuildMs: 1320, CNs: 50)) { HasTwin = true },
        new("W4", "1,000 LIF, 2-D, recurrent", () => new Integrator(), new(61.3, 61.0, 78.7, BuildMs: 320, CNs: 507)),
        new("W5L", "10,000 LIF, 16-D, recurrent", () => new LargeMemory(), new(251, 250.7, 251.6, BuildMs: 84100, CNs: 18700)) { Steps = 200, IsQuick = false },
        new("W5I", "10,000 Izhikevich, 16-D, recurrent", () => new LargeIzhikevichMemory(), new(187, 187, 195, BuildMs: null, CNs: 20900)) { Steps = 200, IsQuick = false },
        new("W6", "512 x 50 LIF -> 512 x 50 LIF", () => new Arrays(), new(1196, 1163, 1264, BuildMs: 9800, CNs: 28400)) { Steps = 200 },
        new("W7", "200 LIF -> PES -> 200 LIF", () => new LearnedChannel(), new(84.7, 82.4, 95.2, BuildMs: 50, CNs: 314)),
        new("W8", "circular convolution, 256-D", () => new Convolution256(), new(1377, 1339, 1529, BuildMs: 14500, CNs: 68600)) { Steps = 100 },
        new("W9I", "1,000,000 Izhikevich", () => new MillionIzhikevich(), new(22016, 20796, 22188, BuildMs: null, CNs: 730000)) { Steps = 100 },
        new("W9L", "1,000,000 LIF", () => new MillionLIF(), new(24999, 24911, 25854, BuildMs: null, CNs: 700000)) { Steps = 100 },
        new("W2S", "W2 in single precision", () => new SingleChannel(), new(48.8, 48.3, 60.2, BuildMs: 20, CNs: 60)),
        new("W4S", "W4 in single precision", () => new SingleIntegrator(), new(61.3, 61.0, 78.7, BuildMs: 320, CNs: 247)),
        new("W5LS", "W5L in single precision", () => new SingleLargeMemory(), new(251, 250.7, 251.6, BuildMs: 84100, CNs: 8400)) { Steps = 200, IsQuick = false },
        new("W5IS", "W5I in single precision", () => new SingleLargeIzhikevichMemory(), new(187, 187, 195, BuildMs: null, CNs: 8600)) { Steps = 200, IsQuick = false },
        new("W6S", "W6 in single precision", () => new SingleArrays(), new(1196, 1163, 1264, BuildMs: 9800, CNs: 11500)) { Steps = 200 },
        new("W8S", "W8 in single precision", () => new SingleConvolution256(), new(1377, 1339, 1529, BuildMs: 14500, CNs: 37100)) { Steps = 100 },
        new("W9IS", "W9I in single precision", () => new SingleMillionIzhikevich(), new(22016, 20796, 22188, BuildMs: null, CNs: 240000)) { Steps = 100 },
        new("W9LS", "W9L in single precision", () => new SingleMillionLIF(), new(24999, 24911, 25854, BuildMs: null, CNs: 175000)) { Steps = 100 },
    ];

    /// <summary>Steps of a repetition: Nengo's rates are reached, and all recorded data stay in the second-level cache.</summary>
    public int Steps { get; init; } = 2000;

    /// <summary>Whether the same model is there in C.</summary>
    public bool HasTwin { get; init; }

    /// <summary>Whether it takes seconds, not minutes; the others are measured when their names are given.</summary>
    public bool IsQuick { get; init; } = true;

    /// <summary>Spikes that the model's spike probe holds, or null if it has none.</summary>
    public static int? CountSpikes(NeuralModel model) => (model as SeedPage)?.Spikes.Spikes.Count;

    /// <summary>Writes every ensemble's numbers for the C twin: count, bias, encoders, decoders and the two states.</summary>
    public void WriteParameters(string file)
    {
        NeuralModel model = Create();
        using var writer = new StreamWriter(file);
        foreach (Ensemble ensemble in model.Ensembles)
        {
            writer.WriteLine(ensemble.NeuronCount.ToString(CultureInfo.InvariantCulture));
            WriteRow(writer, ensemble.Bias);
            WriteRow(writer, ensemble.ScaledEncoders.Values);
            WriteRow(writer, DecodersOf(model, ensemble));
            WriteRow(writer, ensemble.InitialState(0));
            WriteRow(writer, SecondState(ensemble));
        }
    }

    // A probe does not show its decoders, and nothing depends on what it decodes: equal numbers take the same time.
    private static double[] DecodersOf(NeuralModel model, Ensemble ensemble)
    {
        double height = ensemble.SpikeHeight;
        Connection? next = model.Connections.FirstOrDefault(connection => connection.Source == ensemble.Name);
        return next is null
            ? [.. Enumerable.Repeat(height / ensemble.NeuronCount, ensemble.NeuronCount)]
            : Array.ConvertAll(next.Weights.Values.ToArray(), weight => weight * height);
    }

    // The second state of an LIF neuron is exp((refractory time - dt) / tau_rc), here and in the twin.
    private static ReadOnlySpan<double> SecondState(Ensemble ensemble) =>
        ensemble.NeuronType is LIF lif
            ? Array.ConvertAll(ensemble.InitialState(1).ToArray(), time => Math.Exp((time - 0.001) / lif.TauRc))
            : ensemble.InitialState(1);

    private static void WriteRow(StreamWriter writer, ReadOnlySpan<double> values) =>
        writer.WriteLine(string.Join(' ', values.ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
}

/// <summary>What was recorded on the same class of machine, on another day: Nengo 4.1.1.dev with NumPy 1.24, and hand-tuned C.</summary>
/// <param name="StepUs">Nengo's microseconds per step, the median.</param>
/// <param name="FastestUs">The fastest.</param>
/// <param name="SlowestUs">The slowest.</param>
/// <param name="BuildMs">Milliseconds that Nengo takes to build the simulator; null where it was not measured, or did not come to an end.</param>
/// <param name="CNs">Nanoseconds per step of C with intrinsics and fused multiply-add, on one thread.</param>
internal sealed record RecordedFigures(double StepUs, double FastestUs, double SlowestUs, double? BuildMs, double CNs);
