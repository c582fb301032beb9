using System.Globalization;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>Values and lists as messages show them.</summary>
internal static class Texts
{
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>"1 number", "2 numbers".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>"A, B and C".</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = items.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Length - 1))} and {all[all.Length - 1]}";
    }
}
