namespace AotNeuro.Generator.Diagnostics;

/// <summary>Guesses which name a misspelt one was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The end of a message: the nearest candidate as a question, or nothing if none is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) => Find(name, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>A finding whose message ends with the hint, and which tells the code fix what was meant.</summary>
    public static Finding Finding(Place place, string name, IEnumerable<string> candidates, params object[] arguments) =>
        new(place, [.. arguments, Hint(name, candidates)]) { Remedy = Find(name, candidates) };

    private static string? Find(string name, IEnumerable<string> candidates) => candidates
        .Where(candidate => Distance(name, candidate) <= Math.Max(1, name.Length / 3))
        .OrderBy(candidate => Distance(name, candidate))
        .ThenBy(candidate => candidate, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>How many letters must be put in, left out or replaced to get from one to the other, whatever their case.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
