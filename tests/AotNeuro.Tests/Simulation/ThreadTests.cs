namespace AotNeuro.Tests.Simulation;

/// <summary>Steps that threads share: the same bits, no garbage, and nobody waits for a thread that does not come.</summary>
public sealed class ThreadTests
{
    private const int Steps = 120;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        foreach (Func<NeuralModel> create in new Func<NeuralModel>[] { () => new LargeShared(), () => new LargeSharedSingle() })
        {
            double[][] expected = Run(create(), Steps);
            NeuralModel shared = create();
            shared.Threads = threads;
            double[][] actual = Run(shared, Steps);
            Assert.Contains(expected[0], value => value != 0.0);
            Assert.Equal(expected, actual);
            shared.Threads = 1;
        }
    }

    [Fact]
    public void Threads_may_change_sleep_and_come_back_between_runs()
    {
        double[][] expected = Run(new LargeShared(), 3 * Steps);
        var model = new LargeShared { Threads = 2 };
        model.RunSteps(Steps);

        // Longer than an idle thread looks for work.
        Thread.Sleep(100);
        model.RunSteps(Steps - 1);
        model.Step();
        model.Threads = 4;
        model.RunSteps(Steps);
        Assert.Equal(expected, Recorded(model));
        model.Reset();
        Assert.Equal(expected, Run(model, 3 * Steps));
        model.Threads = 1;
    }

    [Fact]
    public void Shared_steps_allocate_nothing()
    {
        var model = new LargeShared { Threads = 2 };
        foreach (Probe probe in model.Probes)
        {
            probe.KeepLast(1);
        }

        model.RunSteps(Steps);
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.RunSteps(Steps);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        model.Threads = 1;
    }

    [Fact]
    public void Team_runs_every_piece_once()
    {
        var team = new StepTeam(4);
        var pieces = new CountedPieces();
        for (int job = 0; job < 20_000; job++)
        {
            int count = 1 + job % 9;
            team.Run(pieces, job % 3, count);
            Assert.Equal(count, pieces.TakeCounts(job % 3));
        }

        team.Stop();
    }

    [Fact]
    public void Nobody_waits_for_threads_that_do_not_come()
    {
        var team = new StepTeam(4);
        team.Stop();
        var pieces = new CountedPieces();
        for (int job = 0; job < 100; job++)
        {
            // Longer than the threads take to end: from then on none is there for three quarters of the ranges.
            Thread.Sleep(job < 5 ? 20 : 0);
            team.Run(pieces, 1, 9);
            Assert.Equal(9, pieces.TakeCounts(1));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void Number_of_threads_is_between_1_and_64(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LargeShared().Threads = threads);

    private static double[][] Run(NeuralModel model, int steps)
    {
        model.RunSteps(steps);
        return Recorded(model);
    }

    private static double[][] Recorded(NeuralModel model) => [.. model.AllProbes.Select(probe => probe.Values.ToArray())];

    /// <summary>Counts how often each piece of the operation at hand ran.</summary>
    private sealed class CountedPieces : IPieces
    {
        private readonly int[,] _counts = new int[3, 16];

        public void RunPiece(int operation, int piece) => Interlocked.Increment(ref _counts[operation, piece]);

        /// <summary>The number of pieces that ran, each of them once and of one operation.</summary>
        public int TakeCounts(int operation)
        {
            int sum = Enumerable.Range(0, 16).Sum(piece => _counts[operation, piece]);
            Assert.All(Enumerable.Range(0, sum), piece => Assert.Equal(1, _counts[operation, piece]));
            Assert.Equal(sum, _counts.Cast<int>().Sum());
            Array.Clear(_counts);
            return sum;
        }
    }
}
