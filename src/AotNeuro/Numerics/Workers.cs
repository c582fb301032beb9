namespace AotNeuro.Numerics;

/// <summary>Shares large work among the processors. Who does what changes no bit, since no two parts write the same memory.</summary>
internal static class Workers
{
    /// <summary>Multiplications that take some milliseconds: starting a thread takes a tenth of one.</summary>
    private const double LeastWork = 1e8;

    /// <summary>Runs parts of a piece of work at the same time, if it is large enough; this thread does one of them.</summary>
    /// <param name="work">Number of multiplications of all parts together.</param>
    /// <param name="part">Does a part, given its number and how many there are.</param>
    public static void Share(double work, Action<int, int> part)
    {
        int count = work < LeastWork ? 1 : Math.Min(Environment.ProcessorCount, 16);
        var threads = new Thread[count - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int number = i + 1;
            threads[i] = new(() => part(number, count));
            threads[i].Start();
        }

        part(0, count);
        Array.ForEach(threads, thread => thread.Join());
    }
}
