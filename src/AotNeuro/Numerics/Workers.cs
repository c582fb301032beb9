using System.Runtime.ExceptionServices;

namespace AotNeuro.Numerics;

/// <summary>Shares large work among the processors. Who does what changes no bit, since no two parts write the same memory.</summary>
internal static class Workers
{
    /// <summary>Multiplications that take about a tenth of a millisecond: as long as it takes to start a thread, or to wake one.</summary>
    private const double LeastWork = 2e6;

    private const int MostThreads = 16;

    /// <summary>Whether this thread does a part of something that is shared already.</summary>
    [ThreadStatic]
    private static bool _isSharing;

    /// <summary>The threads that help this one, while it has a lot to share.</summary>
    [ThreadStatic]
    private static Helpers? _helpers;

    /// <summary>Keeps the threads that share work, from the first work on that is large enough, until it is disposed of.</summary>
    public static Helpers? Keep() => _helpers is null && !_isSharing ? _helpers = new() : null;

    /// <summary>Runs parts of a piece of work at the same time, if it is large enough.</summary>
    /// <param name="work">Number of multiplications of all parts together.</param>
    /// <param name="part">Does a part, given its number and how many there are. It throws nothing.</param>
    public static void Share(double work, Action<int, int> part)
    {
        int count = work < LeastWork || _isSharing ? 1 : Math.Min(Environment.ProcessorCount, MostThreads);
        if (count == 1)
        {
            part(0, 1);
            return;
        }

        using Helpers? own = Keep();
        _helpers!.Team.Run(new Parts(part, count), 0, count);
    }

    /// <summary>Runs parts, each once: whoever is free takes the next one.</summary>
    /// <param name="work">Number of multiplications of all parts together.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="part">Does a part, given its number. What the first of the parts that fail throws is thrown here.</param>
    public static void ForEach(double work, int parts, Action<int> part)
    {
        var guard = new Lock();
        int firstToFail = parts;
        ExceptionDispatchInfo? error = null;
        int next = -1;
        Share(parts > 1 ? work : 0.0, (_, _) =>
        {
            for (int i = Interlocked.Increment(ref next); i < parts; i = Interlocked.Increment(ref next))
            {
                try
                {
                    part(i);
                }
                catch (Exception exception)
                {
                    // Parts before this one have begun, and will be done; none begins after it.
                    lock (guard)
                    {
                        (firstToFail, error) = i < firstToFail ? (i, ExceptionDispatchInfo.Capture(exception)) : (firstToFail, error);
                    }

                    Interlocked.Exchange(ref next, parts);
                }
            }
        });
        error?.Throw();
    }

    /// <summary>Threads that are there for more than one piece of work. Between those they look for the next for a moment, and then sleep.</summary>
    public sealed class Helpers : IDisposable
    {
        private StepTeam? _team;

        /// <summary>This thread and the others.</summary>
        public StepTeam Team => _team ??= new(Math.Min(Environment.ProcessorCount, MostThreads));

        /// <summary>Ends the threads.</summary>
        public void Dispose()
        {
            _helpers = null;
            _team?.Stop();
        }
    }

    private sealed class Parts(Action<int, int> part, int count) : IPieces
    {
        public void RunPiece(int operation, int piece)
        {
            _isSharing = true;
            part(piece, count);
            _isSharing = false;
        }
    }
}
