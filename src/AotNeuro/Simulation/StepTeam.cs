namespace AotNeuro;

/// <summary>
/// Threads that share the pieces of a step's operations. Pieces are claimed one by one, by the thread that runs the model too: a thread that does not get
/// a processor claims nothing and holds up nobody. What is in a piece does not depend on who computes it, so the bits do not either.
/// </summary>
internal sealed class StepTeam
{
    /// <summary>Looks for work before a thread goes to sleep: some hundred microseconds, longer than the steps of a model that is worth sharing.</summary>
    private const int LooksBeforeSleep = 20_000;

    /// <summary>Looks before the thread that waits for the others lets them have its processor.</summary>
    private const int LooksBeforeYield = 2_000;

    /// <summary>More than there ever are pieces, so that nobody claims one.</summary>
    private const long NoPiece = int.MaxValue;

    private readonly object _gate = new();
    private IPieces? _work;
    private int _operation;
    private int _pieces;

    /// <summary>The number of the job, in the upper half, and of the next piece to be claimed.</summary>
    private long _next = NoPiece;
    private int _completed;
    private int _sleeping;
    private volatile bool _stopped;

    /// <param name="threads">Number of threads, that of the caller included.</param>
    public StepTeam(int threads)
    {
        for (int i = 1; i < threads; i++)
        {
            new Thread(Work) { IsBackground = true, Name = $"AotNeuro {i}" }.Start();
        }
    }

    /// <summary>Runs all pieces of an operation, and returns when they are done.</summary>
    public void Run(IPieces work, int operation, int pieces)
    {
        // A thread that still looks at the last job must not take what follows for a piece of it: while the job is written there is none to claim.
        long job = ((_next >> 32) + 1) << 32;
        Interlocked.Exchange(ref _next, job | NoPiece);
        (_work, _operation, _pieces, _completed) = (work, operation, pieces, 0);
        Interlocked.Exchange(ref _next, job);
        if (Volatile.Read(ref _sleeping) > 0)
        {
            Wake();
        }

        while (TryRunPiece())
        {
        }

        for (int looks = 0; Volatile.Read(ref _completed) < pieces; looks++)
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

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private void Work()
    {
        int looks = 0;
        while (!_stopped)
        {
            long seen = Volatile.Read(ref _next);
            if (TryRunPiece())
            {
                looks = 0;
            }
            else if (looks++ < LooksBeforeSleep)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Sleep(seen);
                looks = 0;
            }
        }
    }

    /// <summary>Sleeps until there is a job; whoever writes one looks afterwards whether somebody sleeps.</summary>
    private void Sleep(long seen)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _sleeping);
            if (!_stopped && Interlocked.Read(ref _next) == seen)
            {
                Monitor.Wait(_gate);
            }

            Interlocked.Decrement(ref _sleeping);
        }
    }

    private bool TryRunPiece()
    {
        long next = Volatile.Read(ref _next);
        int pieces = Volatile.Read(ref _pieces);
        (IPieces? work, int operation) = (_work, _operation);
        int piece = (int)next;

        // If the number is still the same, so was the job while it was read.
        if (piece >= pieces || Interlocked.CompareExchange(ref _next, next + 1, next) != next)
        {
            return piece < pieces;
        }

        work!.RunPiece(operation, piece);
        Interlocked.Increment(ref _completed);
        return true;
    }
}

/// <summary>Operations of a step that are cut into pieces.</summary>
internal interface IPieces
{
    /// <summary>Runs one piece of an operation.</summary>
    void RunPiece(int operation, int piece);
}
