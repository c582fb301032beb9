using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Runs an analyzer on a source whose expected diagnostics are marked: <c>{|AN0101:nameof(Foo)|}</c> says that AN0101 is
/// reported on exactly <c>nameof(Foo)</c>. Marks may be nested.
/// </summary>
internal static class AnalyzerRun
{
    /// <summary>Fails unless the analyzer reports exactly the marked diagnostics with exactly these messages.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="generator">
    /// The generator that completes the source, so that the compiler finds no error of its own in it (the first error a user
    /// sees must be the analyzer's); null for a source that is complete as it stands.
    /// </param>
    /// <param name="markedSource">The source with its marks.</param>
    /// <param name="messages">A message for each mark, in the order in which the marks open.</param>
    public static async Task Verify(
        DiagnosticAnalyzer analyzer, IIncrementalGenerator? generator, string markedSource, params string[] messages)
    {
        var (source, marks) = ReadMarks(markedSource);
        Assert.True(marks.Count == messages.Length, $"{marks.Count} marks in the source, but {messages.Length} messages.");
        Compilation compilation = TestCompilation.Create(source);
        if (generator is not null)
        {
            TestCompilation.Driver(generator).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
            Assert.Empty(compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error));
        }

        var reported = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();
        var expected = marks.Select((mark, index) => Line(mark.Id, mark.Start, mark.Length, source, messages[index]));
        var actual = reported.Select(diagnostic => Line(
            diagnostic.Id,
            diagnostic.Location.SourceSpan.Start,
            diagnostic.Location.SourceSpan.Length,
            diagnostic.Location.SourceTree?.ToString() ?? "",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Sorted(expected), Sorted(actual));
    }

    private static string Line(string id, int start, int length, string text, string message) =>
        $"{id} at {start}..{start + length} on `{text.Substring(start, length)}`: {message}";

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static (string Source, List<(string Id, int Start, int Length)> Marks) ReadMarks(string marked)
    {
        var source = new StringBuilder();
        var marks = new List<(string Id, int Start, int Length)>();
        var open = new Stack<int>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "{|AN", 0, 4) == 0)
            {
                int colon = marked.IndexOf(':', i);
                open.Push(marks.Count);
                marks.Add((marked[(i + 2)..colon], source.Length, 0));
                i = colon;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, i, "|}", 0, 2) == 0)
            {
                int index = open.Pop();
                marks[index] = marks[index] with { Length = source.Length - marks[index].Start };
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }
        }

        Assert.True(open.Count == 0, "A mark is opened and not closed.");
        return (source.ToString(), marks);
    }
}
