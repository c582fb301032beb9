namespace AotNeuro;

/// <summary>
/// Threads that share the pieces of a step's operations. Each has a range of its own, the same in every step, so that what it reads and writes stays in its
/// processor's cache; whoever is done takes what others have not begun. A thread that does not get a processor thus claims nothing and holds up
/// nobody. What is in a piece does not depend on who computes it, so the bits do not either.
/// </summary>
internal sealed class StepTeam
{
    /// <summary>Looks for work before a thread goes to sleep: some hundred microseconds, longer than the steps of a model that is worth sharing.</summary>
    private const int LooksBeforeSleep = 20_000;

    /// <summary>Looks before the thread that waits for the others lets them have its processor.</summary>
    private const int LooksBeforeYield = 2_000;

    /// <summary>Two cache lines, in numbers: processors fetch them in pairs, and one that is written is taken from whoever reads its neighbour.</summary>
    private const int Apart = 16;

    private const int BitsOfPiece = 16;
    private const int PieceMask = (1 << BitsOfPiece) - 1;

    private readonly object _gate = new();
    private readonly int _threads;

    /// <summary>
    /// Per thread, its range: the number of the job in the upper half, the end of the range, and the next piece to be claimed in the lowest bits. A claim succeeds
    /// if all that is still as it was read: then the operation that was read in between is this job's, which does not end before its pieces do.
    /// </summary>
    private readonly long[] _ranges;

    /// <summary>Per thread, how many pieces it has run; of all jobs, so that nobody but the thread itself writes it.</summary>
    private readonly long[] _completed;

    /// <summary>The operation of the job, apart from what is written beside it.</summary>
    private readonly int[] _operation = new int[4 * Apart];

    private IPieces? _work;
    private long _job;
    private long _handedOut;
    private int _sleeping;
    private volatile bool _stopped;

    /// <param name="threads">Number of threads, that of the caller included.</param>
    public StepTeam(int threads)
    {
        _threads = threads;
        _ranges = new long[(threads + 1) * Apart];
        _completed = new long[(threads + 1) * Apart];
        for (int i = 1; i < threads; i++)
        {
            int thread = i;
            new Thread(() => Work(thread)) { IsBackground = true, Name = $"AotNeuro {i}" }.Start();
        }
    }

    /// <summary>Runs all pieces of an operation, and returns when they are done.</summary>
    public void Run(IPieces work, int operation, int pieces)
    {
        (_work, Operation) = (work, operation);
        _job++;
        _handedOut += pieces;
        for (int thread = 0; thread < _threads; thread++)
        {
            long first = (long)pieces * thread / _threads, end = (long)pieces * (thread + 1) / _threads;
            Volatile.Write(ref Range(thread), (_job << 32) | (end << BitsOfPiece) | first);
        }

        // Whoever goes to sleep says so before it looks at its range a last time.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _sleeping) > 0)
        {
            Wake();
        }

        RunPieces(0);
        for (int looks = 0; Completed() < _handedOut; looks++)
        {
            if (looks < LooksBeforeYield)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield();
            }
        }
    }

    /// <summary>Ends the threads, once they are idle.</summary>
    public void Stop()
    {
        _stopped = true;
        Wake();
    }

    /// <summary>Lets go of the model between runs, so that it can be collected, and its team with it.</summary>
    public void Release() => _work = null;

    private static bool HasPieces(long range) => ((int)range & PieceMask) < ((int)(range >> BitsOfPiece) & PieceMask);

    private ref int Operation => ref _operation[2 * Apart];

    private ref long Range(int thread) => ref _ranges[(thread + 1) * Apart];

    private long Completed()
    {
        long sum = 0;
        for (int thread = 0; thread < _threads; thread++)
        {
            sum += Volatile.Read(ref _completed[(thread + 1) * Apart]);
        }

        return sum;
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private void Work(int thread)
    {
        int looks = 0;
        while (!_stopped)
        {
            // Looking at the others' ranges too would take those from whoever claims pieces of them.
            long seen = Volatile.Read(ref Range(thread));
            if (HasPieces(seen))
            {
                RunPieces(thread);
                looks = 0;
            }
            else if (looks++ < LooksBeforeSleep)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Sleep(thread, seen);
                looks = 0;
            }
        }
    }

    /// <summary>Sleeps until there is a job.</summary>
    private void Sleep(int thread, long seen)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _sleeping);
            if (!_stopped && Interlocked.Read(ref Range(thread)) == seen)
            {
                Monitor.Wait(_gate);
            }

            Interlocked.Decrement(ref _sleeping);
        }
    }

    /// <summary>Runs the pieces of a thread's own range, then those that others have not begun.</summary>
    private void RunPieces(int thread)
    {
        for (int i = 0; i < _threads; i++)
        {
            ref long range = ref Range((thread + i) % _threads);
            while (TryRunPiece(thread, ref range))
            {
            }
        }
    }

    private bool TryRunPiece(int thread, ref long range)
    {
        long seen = Volatile.Read(ref range);
        (IPieces? work, int operation) = (_work, Operation);
        if (!HasPieces(seen))
        {
            return false;
        }

        if (Interlocked.CompareExchange(ref range, seen + 1, seen) == seen)
        {
            work!.RunPiece(operation, (int)seen & PieceMask);
            ref long completed = ref _completed[(thread + 1) * Apart];
            Volatile.Write(ref completed, completed + 1);
        }

        return true;
    }
}

/// <summary>Operations of a step that are cut into pieces.</summary>
internal interface IPieces
{
    /// <summary>Runs one piece of an operation.</summary>
    void RunPiece(int operation, int piece);
}
