using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>The README's C# is compiled with the generator and run, so that it cannot differ from what works.</summary>
[Collection(CompiledProgram.Console)]
public sealed partial class ReadmeTests
{
    public static TheoryData<int> Snippets => [.. Enumerable.Range(0, ReadSnippets().Count)];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippet_compiles_and_runs(int index)
    {
        IReadOnlyList<string> snippets = ReadSnippets();
        string snippet = snippets[index];
        if (!snippet.Contains("[NeuralModel", StringComparison.Ordinal))
        {
            // A fragment goes on with the model of the first snippet.
            string first = snippets[0];
            snippet = "using AotNeuro;\n" + snippet + first[first.IndexOf("[NeuralModel", StringComparison.Ordinal)..];
        }

        GeneratorRun run = GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, snippet);
        TestCompilation.AssertCompiles(run.Output);
        Assert.NotEmpty(CompiledProgram.Run(run));
    }

    private static List<string> ReadSnippets()
    {
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        return CSharpBlock().Matches(readme).Select(match => match.Groups[1].Value).ToList();
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
