using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// The page of a rule: what is wrong, and two samples. In the wrong one a comment underlines the place of the diagnostic and
/// gives its message.
/// </summary>
internal sealed partial class RulePage
{
    private RulePage(string path)
    {
        string text = File.ReadAllText(path);
        Id = Path.GetFileNameWithoutExtension(path);
        Title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var samples = Sample().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.True(samples.Count == 2, $"{Id}.md has {samples.Count} samples.");
        (Wrong, Message) = Mark(samples[0]);
        Right = samples[1];
    }

    /// <summary>All pages, in the order of their ids.</summary>
    public static IReadOnlyList<RulePage> All { get; } =
        [.. Directory.GetFiles(Folder(), "*.md").Order(StringComparer.Ordinal).Select(path => new RulePage(path))];

    public string Id { get; }

    public string Title { get; }

    /// <summary>The wrong sample, marked for <see cref="AnalyzerRun"/>.</summary>
    public string Wrong { get; }

    /// <summary>The message at the mark.</summary>
    public string Message { get; }

    public string Right { get; }

    /// <summary>The folder of the generator's project.</summary>
    public static string GeneratorFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../generator/AotNeuro.Generator"));

    public static RulePage Of(string id) => All.Single(page => page.Id == id);

    public override string ToString() => Id;

    private static string Folder() => Path.Combine(GeneratorFolder(), "Diagnostics/Rules/Pages");

    private (string Source, string Message) Mark(string sample)
    {
        var lines = new List<string>();
        string? message = null;
        foreach (string line in sample.Split('\n'))
        {
            if (Underline().Match(line) is { Success: true } match)
            {
                Assert.Null(message);
                message = match.Groups[2].Value;
                (int start, int length) = (match.Groups[1].Index, match.Groups[1].Length);
                lines[^1] = new StringBuilder(lines[^1]).Insert(start + length, "|}").Insert(start, $"{{|{Id}:").ToString();
            }
            else
            {
                lines.Add(line);
            }
        }

        return (string.Join('\n', lines), message ?? throw new InvalidOperationException($"{Id}.md underlines nothing."));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();

    [GeneratedRegex("^// +(~+) (.*)$")]
    private static partial Regex Underline();
}
