namespace AotNeuro.Benchmarks;

/// <summary>A model to measure, and what is known about it.</summary>
internal sealed record Workload(string Name, string What, Func<NeuralModel> Create, RecordedFigures Recorded)
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("W1", "10 Izhikevich, 4 probes", () => new SeedPage(), new(61, 46, 70, BuildMs: 400)),
        new("W2", "100 LIF -> 100 LIF", () => new Channel(), new(48.8, 48.3, 60.2, BuildMs: 20)),
        new("W3", "30 Izhikevich -> x^2 -> 30 Izhikevich", () => new SineSquared(), new(48.5, 48.2, 48.7, BuildMs: 1320)),
        new("W4", "1,000 LIF, 2-D, recurrent", () => new Integrator(), new(61.3, 61.0, 78.7, BuildMs: 320)) { CheckMargin = 0.01 },
        new("W5L", "10,000 LIF, 16-D, recurrent", () => new LargeMemory(), new(251, 250.7, 251.6, BuildMs: 84100)) { Steps = 200, CheckMargin = 0.01, IsQuick = false },
        new("W5I", "10,000 Izhikevich, 16-D, recurrent", () => new LargeIzhikevichMemory(), new(187, 187, 195, BuildMs: null)) { Steps = 200, CheckMargin = 0.01, IsQuick = false },
        new("W6", "512 x 50 LIF -> 512 x 50 LIF", () => new Arrays(), new(1196, 1163, 1264, BuildMs: 9800)) { Steps = 200, CheckMargin = 0.01 },
        new("W7", "200 LIF -> PES -> 200 LIF", () => new LearnedChannel(), new(84.7, 82.4, 95.2, BuildMs: 50)) { CheckMargin = 0.01 },
        new("W8", "circular convolution, 256-D", () => new Convolution256(), new(1377, 1339, 1529, BuildMs: 14500)) { Steps = 100, CheckMargin = 0.01 },
        new("W9I", "1,000,000 Izhikevich", () => new MillionIzhikevich(), new(22016, 20796, 22188, BuildMs: null)) { Steps = 100, CheckMargin = 1e-6 },
        new("W9L", "1,000,000 LIF", () => new MillionLIF(), new(24999, 24911, 25854, BuildMs: null)) { Steps = 100, CheckMargin = 1e-6 },
        new("W2S", "W2 in single precision", () => new SingleChannel(), new(48.8, 48.3, 60.2, BuildMs: 20)) { HasTwin = false },
        new("W4S", "W4 in single precision", () => new SingleIntegrator(), new(61.3, 61.0, 78.7, BuildMs: 320)) { HasTwin = false },
        new("W5LS", "W5L in single precision", () => new SingleLargeMemory(), new(251, 250.7, 251.6, BuildMs: 84100)) { Steps = 200, HasTwin = false, IsQuick = false },
        new("W5IS", "W5I in single precision", () => new SingleLargeIzhikevichMemory(), new(187, 187, 195, BuildMs: null)) { Steps = 200, HasTwin = false, IsQuick = false },
        new("W6S", "W6 in single precision", () => new SingleArrays(), new(1196, 1163, 1264, BuildMs: 9800)) { Steps = 200, HasTwin = false },
        new("W8S", "W8 in single precision", () => new SingleConvolution256(), new(1377, 1339, 1529, BuildMs: 14500)) { Steps = 100, HasTwin = false },
        new("W9IS", "W9I in single precision", () => new SingleMillionIzhikevich(), new(22016, 20796, 22188, BuildMs: null)) { Steps = 100, HasTwin = false },
        new("W9LS", "W9L in single precision", () => new SingleMillionLIF(), new(24999, 24911, 25854, BuildMs: null)) { Steps = 100, HasTwin = false },
        new("W1F", "W1 with FastMath", () => new FastPage(), new(61, 46, 70, BuildMs: 400)) { HasTwin = false },
        new("W3F", "W3 with FastMath", () => new FastSineSquared(), new(48.5, 48.2, 48.7, BuildMs: 1320)) { HasTwin = false },
        new("W4F", "W4 with FastMath", () => new FastIntegrator(), new(61.3, 61.0, 78.7, BuildMs: 320)) { HasTwin = false },
        new("W9IF", "W9I with FastMath", () => new FastMillionIzhikevich(), new(22016, 20796, 22188, BuildMs: null)) { Steps = 100, HasTwin = false },
        new("W5LT", "W5L with two threads", () => new LargeMemory { Threads = 2 }, new(251, 250.7, 251.6, BuildMs: 84100)) { Steps = 200, HasTwin = false, IsQuick = false },
        new("W5IT", "W5I with two threads", () => new LargeIzhikevichMemory { Threads = 2 }, new(187, 187, 195, BuildMs: null)) { Steps = 200, HasTwin = false, IsQuick = false },
        new("W6T", "W6 with two threads", () => new Arrays { Threads = 2 }, new(1196, 1163, 1264, BuildMs: 9800)) { Steps = 200, HasTwin = false },
        new("W8T", "W8 with two threads", () => new Convolution256 { Threads = 2 }, new(1377, 1339, 1529, BuildMs: 14500)) { Steps = 100, HasTwin = false },
        new("W9IT", "W9I with two threads", () => new MillionIzhikevich { Threads = 2 }, new(22016, 20796, 22188, BuildMs: null)) { Steps = 100, HasTwin = false },
        new("W9LT", "W9L with two threads", () => new MillionLIF { Threads = 2 }, new(24999, 24911, 25854, BuildMs: null)) { Steps = 100, HasTwin = false },
    ];

    /// <summary>Steps of a repetition: Nengo's rates are reached, and all recorded data stay in the second-level cache.</summary>
    public int Steps { get; init; } = 2000;

    /// <summary>
    /// By how much of it the twin's check may differ from the model's. It does by some 1e-16 where this was written; but where connected neurons
    /// round differently, one may spike a step later, and others after it.
    /// </summary>
    public double CheckMargin { get; init; }

    /// <summary>Whether the same model is there in C: of those in doubles.</summary>
    public bool HasTwin { get; init; } = true;

    /// <summary>Whether it takes seconds, not minutes; the others are measured when their names are given.</summary>
    public bool IsQuick { get; init; } = true;

    /// <summary>
    /// A number by which one sees that the twin computes the same, of a model that ran <see cref="Steps"/>: spikes where they are recorded, else
    /// the root mean square of what the last probe saw last. Null where the twin lacks the decoders of the probe.
    /// </summary>
    public double? CheckOf(NeuralModel model)
    {
        if (model is SeedPage page)
        {
            return page.Spikes.Spikes.Count;
        }

        return CheckMargin == 0 ? null : Math.Sqrt(model.Probes[^1].Last.ToArray().Average(value => value * value));
    }
}

/// <summary>What was recorded on the same class of machine, on another day: Nengo 4.1.1.dev with NumPy 1.24.</summary>
/// <param name="StepUs">Nengo's microseconds per step, the median.</param>
/// <param name="FastestUs">The fastest.</param>
/// <param name="SlowestUs">The slowest.</param>
/// <param name="BuildMs">Milliseconds that Nengo takes to build the simulator; null where it was not measured, or did not come to an end.</param>
internal sealed record RecordedFigures(double StepUs, double FastestUs, double SlowestUs, double? BuildMs);
