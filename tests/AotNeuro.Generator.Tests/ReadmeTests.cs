using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>The README's C# is compiled with the generator and run, so that it cannot differ from what works.</summary>
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
        Assert.NotEmpty(Run(run));
    }

    private static string Run(GeneratorRun run)
    {
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("README", isCollectible: true);
        context.Resolving += (_, name) => name.Name == "AotNeuro" ? typeof(NeuralModel).Assembly : null;
        MethodInfo main = context.LoadFromStream(image).EntryPoint!;
        TextWriter console = Console.Out;
        using var written = new StringWriter();
        try
        {
            Console.SetOut(written);
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
            context.Unload();
        }

        return written.ToString();
    }

    private static List<string> ReadSnippets()
    {
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");
        return CSharpBlock().Matches(readme).Select(match => match.Groups[1].Value).ToList();
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
