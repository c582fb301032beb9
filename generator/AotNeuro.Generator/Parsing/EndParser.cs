using System.Globalization;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Parsing;

/// <summary>Reads what the ends of connections and the targets of probes are written as: <c>"A"</c>, <c>"A.Neurons"</c>, <c>"A[..2]"</c>.</summary>
internal static class EndParser
{
    private const string Neurons = ".Neurons";

    public static EndSpec Parse(string? text)
    {
        text ??= "";
        string path = text.Trim();
        SliceSpec? slice = null;
        bool isReadable = true;
        int bracket = path.IndexOf('[');
        if (bracket >= 0)
        {
            slice = path.EndsWith("]", StringComparison.Ordinal) ? ParseSlice(path.Substring(bracket + 1, path.Length - bracket - 2)) : null;
            isReadable = slice is not null;
            path = path.Substring(0, bracket).TrimEnd();
        }

        bool isNeurons = path.EndsWith(Neurons, StringComparison.Ordinal);
        string name = isNeurons ? path.Substring(0, path.Length - Neurons.Length) : path;
        return new(text, name, isNeurons, slice, isReadable);
    }

    private static SliceSpec? ParseSlice(string text)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            string first = text.Substring(0, dots).Trim();
            string last = text.Substring(dots + 2).Trim();
            SliceIndex? start = first.Length == 0 ? new(0, false) : ParseIndex(first);
            SliceIndex? end = last.Length == 0 ? new(0, true) : ParseIndex(last);
            return start is null || end is null ? null : new(true, new([start, end]));
        }

        SliceIndex?[] indices = text.Split(',').Select(item => ParseIndex(item.Trim())).ToArray();
        return indices.Contains(null) ? null : new(false, indices.Select(index => index!).ToEquatableArray());
    }

    private static SliceIndex? ParseIndex(string text)
    {
        bool fromEnd = text.StartsWith("^", StringComparison.Ordinal);
        string digits = fromEnd ? text.Substring(1) : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? new(value, fromEnd) : null;
    }
}
