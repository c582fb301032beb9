using System.Diagnostics;

namespace AotNeuro.Benchmarks;

/// <summary>What was measured of a workload.</summary>
internal sealed record Measurement
{
    private const int Repetitions = 40;

    /// <summary>More than the calls, and longer than the delay, after which the JIT compiles a method for good.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    public required Workload Workload { get; init; }

    public required Spread StepNs { get; init; }

    public required Spread? TwinNs { get; init; }

    public required Spread? Ratio { get; init; }

    /// <summary>The ratio to a twin that rounds each operation as Nengo does, and so as the model does.</summary>
    public required Spread? RatioOfRoundings { get; init; }

    /// <summary>By how much of it the twin's result differs from the model's; null where they are not compared.</summary>
    public required double? TwinDeviation { get; init; }

    public required double BytesPerStep { get; init; }

    public required double FirstBuildMs { get; init; }

    public required Spread BuildMs { get; init; }

    /// <summary>Alternates rounds of the model with rounds of its twin, so that both see the same disturbances.</summary>
    public static Measurement Take(Workload workload, CTwin? twin, int rounds)
    {
        NeuralModel model = workload.Create();
        model.Build();
        double firstBuild = model.BuildTime.TotalMilliseconds;
        Spread build = workload.IsQuick ? Spread.Of(Enumerable.Range(0, 9).Select(_ => BuildOnce(workload))) : new(firstBuild, firstBuild, firstBuild);
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            Repeat(workload, model);
        }

        twin = workload.HasTwin ? twin : null;
        twin?.Prepare(workload, model);
        double? deviation = twin is null ? null : CheckTwin(workload, model, twin);
        var ours = new double[rounds];
        double[] theirs = new double[rounds], rounding = new double[rounds];
        var earlier = new List<NeuralModel>();
        for (int round = 0; round < rounds; round++)
        {
            // The twin is another process in every round; the model is another one too, whose pages lie elsewhere while the earlier ones are held.
            if (round > 0 && workload.IsQuick)
            {
                earlier.Add(model);
                model = workload.Create();
            }

            ours[round] = Spread.Of(Enumerable.Range(0, Repetitions).Select(_ => Repeat(workload, model))).Median;
            theirs[round] = twin?.Measure(workload, Repetitions, hasNengosRoundings: false).StepNs ?? double.NaN;
            rounding[round] = twin?.Measure(workload, Repetitions, hasNengosRoundings: true).StepNs ?? double.NaN;
        }

        GC.KeepAlive(earlier);
        return new()
        {
            Workload = workload,
            StepNs = Spread.Of(ours),
            TwinNs = twin is null ? null : Spread.Of(theirs),
            Ratio = twin is null ? null : Spread.Of(ours.Zip(theirs, (our, their) => our / their)),
            RatioOfRoundings = twin is null ? null : Spread.Of(ours.Zip(rounding, (our, their) => our / their)),
            TwinDeviation = deviation,
            BytesPerStep = AllocatedPerStep(workload, model),
            FirstBuildMs = firstBuild,
            BuildMs = build,
        };
    }

    /// <summary>Nanoseconds per step of one run from the start.</summary>
    private static double Repeat(Workload workload, NeuralModel model)
    {
        model.Reset();
        long start = Stopwatch.GetTimestamp();
        model.RunSteps(workload.Steps);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / workload.Steps;
    }

    // A twin that computes something else would be no measure.
    private static double? CheckTwin(Workload workload, NeuralModel model, CTwin twin)
    {
        if (workload.CheckOf(model) is not { } ours)
        {
            return null;
        }

        double theirs = twin.Measure(workload, 1, hasNengosRoundings: false).Check, deviation = Math.Abs(theirs / ours - 1);
        return deviation <= workload.CheckMargin
            ? deviation
            : throw new InvalidOperationException($"{workload.Name}: the model's check is {ours} and its twin's {theirs}.");
    }

    private static double BuildOnce(Workload workload)
    {
        NeuralModel model = workload.Create();
        model.Build();
        return model.BuildTime.TotalMilliseconds;
    }

    private static double AllocatedPerStep(Workload workload, NeuralModel model)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(workload, model);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)workload.Steps;
    }
}
