namespace AotNeuro.Generator.Emission;

/// <summary>Breaks long lines of C# and of comments where a person would: after a comma or before an operator, as far outside as possible.</summary>
internal static class LineBreaker
{
    private const int MaxLength = 130;
    private const int Indent = 4;
    private const int Ranks = 3;

    /// <summary>The pieces of a line that starts at a column, each but the first with the indentation it has beyond the line's own.</summary>
    public static IEnumerable<string> Break(string line, int column)
    {
        string comment = line.StartsWith("///", StringComparison.Ordinal) ? "/// " : line.StartsWith("//", StringComparison.Ordinal) ? "// " : "";
        string prefix = comment + (comment == "/// " ? "" : new string(' ', comment.Length > 0 ? Indent / 2 : Indent));
        while (column + line.Length > MaxLength)
        {
            int place = comment.Length > 0 ? line.LastIndexOf(' ', MaxLength - column) : FindPlace(line, MaxLength - column);
            if (place <= prefix.Length)
            {
                break;
            }

            yield return line.Substring(0, place).TrimEnd();
            line = prefix + line.Substring(place).TrimStart();
        }

        yield return line;
    }

    /// <summary>The last of the outermost places that leave at most so many characters, -1 if there is none.</summary>
    private static int FindPlace(string line, int length)
    {
        int best = -1;
        int bestRank = int.MaxValue;
        int depth = 0;
        bool quoted = false;
        for (int i = 1; i <= length; i++)
        {
            quoted ^= line[i] == '"' && line[i - 1] != '\\';
            depth += quoted ? 0 : line[i] is '(' or '[' or '{' ? 1 : line[i] is ')' or ']' or '}' ? -1 : 0;
            if (!quoted && i > Indent && line[i] == ' ' && RankOf(line, i) is { } rank && rank + depth * Ranks <= bestRank)
            {
                (best, bestRank) = (i, rank + depth * Ranks);
            }
        }

        return best;
    }

    /// <summary>How gladly a line is broken at a space, 0 most: by a comma or a sum, a product, an equals sign; null for never.</summary>
    private static int? RankOf(string line, int space)
    {
        int end = line.IndexOf(' ', space + 1);
        string next = end < 0 ? "" : line.Substring(space + 1, end - space - 1);
        return line[space - 1] == ',' || next is "+" or "-" or "?" or ":" or "&" or "|" ? 0
            : next is "*" or "/" ? 1
            : line[space - 1] == '=' && line[space - 2] == ' ' ? 2
            : null;
    }
}
