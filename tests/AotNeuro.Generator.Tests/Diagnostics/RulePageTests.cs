using AotNeuro.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AotNeuro.Generator.Tests;

/// <summary>Every rule has a page, whose wrong sample it finds, and nothing else, and whose right sample nothing is said of.</summary>
public sealed class RulePageTests
{
    /// <summary>Its samples differ in the version of C# alone.</summary>
    private const string OldLanguage = "AN0105";

    /// <summary>Its samples differ in the project's properties: see <see cref="InstructionSetTests"/>.</summary>
    private const string InstructionSet = "AN0116";

    /// <summary>Samples that the C# compiler complains of too, since they are wrong C# beside a generated part, whatever it holds.</summary>
    private static readonly string[] WrongInCSharp = ["AN0602"];

    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. new DiagnosticAnalyzer[] { new ModelAnalyzer(), new NeuronTypeAnalyzer(), new InstructionSetAnalyzer() }
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. RulePage.All.Select(page => page.Id).Where(id => id is not (OldLanguage or InstructionSet))];

    [Fact]
    public void Rules_pages_and_release_notes_agree()
    {
        string folder = RulePage.GeneratorFolder();
        var released = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadAllLines(Path.Combine(folder, $"AnalyzerReleases.{kind}.md")))
            .Where(line => line.StartsWith("AN", StringComparison.Ordinal));

        Assert.Equal(Descriptors.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"), released);
        Assert.Equal(Descriptors.Select(rule => $"# {rule.Id}: {rule.Title}"), RulePage.All.Select(page => page.Title));
        Assert.All(Descriptors, rule =>
            Assert.EndsWith($"/generator/AotNeuro.Generator/Diagnostics/Rules/Pages/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Wrong_sample_has_one_finding_at_the_underlined_place(string id)
    {
        RulePage page = RulePage.Of(id);
        await AnalyzerRun.Verify(AnalyzerOf(id), WrongInCSharp.Contains(id) ? null : new NeuroGenerator(), page.Wrong, page.Message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Right_sample_has_no_finding_and_compiles(string id)
    {
        string source = RulePage.Of(id).Right;
        foreach (DiagnosticAnalyzer analyzer in new DiagnosticAnalyzer[] { new ModelAnalyzer(), new NeuronTypeAnalyzer() })
        {
            await AnalyzerRun.Verify(analyzer, new NeuroGenerator(), source);
        }
    }

    [Fact]
    public async Task Old_language_is_found_and_new_is_not()
    {
        RulePage page = RulePage.Of(OldLanguage);
        Assert.Equal([$"{OldLanguage}: {page.Message}"], await ReportedIn(page.Right, LanguageVersion.CSharp12));
        Assert.Empty(await ReportedIn(page.Right, LanguageVersion.CSharp13));
    }

    private static async Task<IEnumerable<string>> ReportedIn(string source, LanguageVersion version)
    {
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions.WithLanguageVersion(version))];
        var compilation = TestCompilation.Create().RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        var reported = await compilation.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return reported.Select(item => $"{item.Id}: {item.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private static DiagnosticAnalyzer AnalyzerOf(string id) => id.StartsWith("AN06", StringComparison.Ordinal) ? new NeuronTypeAnalyzer() : new ModelAnalyzer();
}
