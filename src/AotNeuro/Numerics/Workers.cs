using System.Runtime.ExceptionServices;

namespace AotNeuro.Numerics;

/// <summary>Shares large work among the processors. Who does what changes no bit, since no two parts write the same memory.</summary>
internal static class Workers
{
    /// <summary>Multiplications that take about a millisecond: starting a thread takes a tenth of one.</summary>
    private const double LeastWork = 2e7;

    /// <summary>Whether this thread does a part of something that is shared already.</summary>
    [ThreadStatic]
    private static bool _isSharing;

    /// <summary>Runs parts of a piece of work at the same time, if it is large enough; this thread does one of them.</summary>
    /// <param name="work">Number of multiplications of all parts together.</param>
    /// <param name="part">Does a part, given its number and how many there are. It throws nothing.</param>
    public static void Share(double work, Action<int, int> part)
    {
        int count = work < LeastWork || _isSharing ? 1 : Math.Min(Environment.ProcessorCount, 16);
        if (count == 1)
        {
            part(0, 1);
            return;
        }

        var threads = new Thread[count - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int number = i + 1;
            threads[i] = new(() => Do(part, number, count));
            threads[i].Start();
        }

        Do(part, 0, count);
        Array.ForEach(threads, thread => thread.Join());
    }

    private static void Do(Action<int, int> part, int number, int count)
    {
        _isSharing = true;
        part(number, count);
        _isSharing = false;
    }

    /// <summary>Runs parts, each once: whoever is free takes the next one.</summary>
    /// <param name="work">Number of multiplications of all parts together.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="part">Does a part, given its number. What the first of the parts that fail throws is thrown here.</param>
    public static void ForEach(double work, int parts, Action<int> part)
    {
        var guard = new Lock();
        (int Part, ExceptionDispatchInfo? Error) first = (parts, null);
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
                        first = i < first.Part ? (i, ExceptionDispatchInfo.Capture(exception)) : first;
                    }

                    Interlocked.Exchange(ref next, parts);
                }
            }
        });
        first.Error?.Throw();
    }
}
