using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using AotNeuro.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AotNeuro.Generator.Tests;

/// <summary>AN0116: a project that is published with NativeAOT and names no instruction set gets one hint, and no other project does.</summary>
public sealed partial class InstructionSetTests
{
    private const string Two = """
        using AotNeuro;

        namespace Outer
        {
            [NeuralModel(Seed = 0)] partial class Second { }
            class Box { [NeuralModel(Seed = 0)] partial class First { } }
        }

        namespace Other { class NoModel { } }
        """;

    private static readonly RulePage Page = RulePage.Of("AN0116");

    /// <summary>Properties of a project, and whether it gets the hint.</summary>
    public static TheoryData<string, bool> Projects => new()
    {
        { "", false },
        { "PublishAot=", false },
        { "PublishAot=false", false },
        { "IlcInstructionSet=x86-64-v3", false },
        { "PublishAot=true", true },
        { "PublishAot=True IlcInstructionSet=", true },
        { "PublishAot=true RuntimeIdentifier=linux-x64", true },
        { "PublishAot=true RuntimeIdentifier=linux-musl-x64", true },
        { "PublishAot=true RuntimeIdentifier=linux-arm64", false },
        { "PublishAot=true IlcInstructionSet=x86-64-v2", false },
        { "PublishAot=true IlcInstructionSet=x86-64-v4 RuntimeIdentifier=linux-x64", false },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task The_hint_depends_on_the_project(string properties, bool isHinted)
    {
        IEnumerable<Diagnostic> found = await Run(Two, properties.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(isHinted ? ["First"] : [], found.Select(PlaceOf));
    }

    [Fact]
    public async Task The_page_shows_it()
    {
        string wrong = Page.Wrong.Replace("{|AN0116:", "").Replace("|}", "");
        Diagnostic found = Assert.Single(await Run(wrong, PropertiesIn(wrong)));
        Assert.Equal(Page.Message, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Sample", PlaceOf(found));
        Assert.Contains("{|AN0116:Sample|}", Page.Wrong);
        Assert.Empty(await Run(Page.Right, PropertiesIn(Page.Right)));
    }

    /// <summary>TreatWarningsAsErrors makes errors of warnings only.</summary>
    [Fact]
    public async Task It_is_no_error_where_warnings_are()
    {
        var compilation = TestCompilation.Create(Two);
        var strict = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        Diagnostic found = Assert.Single(await Run(strict, ["PublishAot=true"]));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    /// <summary>Without these lines the compiler would not tell the analyzer.</summary>
    [Fact]
    public void The_package_makes_the_properties_visible()
    {
        string targets = File.ReadAllText(Path.Combine(RulePage.GeneratorFolder(), "../../src/AotNeuro/build/AotNeuro.targets"));
        Assert.Contains("<CompilerVisibleProperty Include=\"PublishAot;IlcInstructionSet;RuntimeIdentifier\" />", targets);
    }

    private static Task<IEnumerable<Diagnostic>> Run(string source, string[] properties) => Run(TestCompilation.Create(source), properties);

    private static async Task<IEnumerable<Diagnostic>> Run(Compilation compilation, string[] properties)
    {
        var options = new AnalyzerOptions([], new Project(properties.ToDictionary(
            property => "build_property." + property[..property.IndexOf('=', StringComparison.Ordinal)],
            property => property[(property.IndexOf('=', StringComparison.Ordinal) + 1)..])));
        return await compilation.WithAnalyzers([new InstructionSetAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static string PlaceOf(Diagnostic found) => found.Location.SourceTree!.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length);

    /// <summary>"Compiled with <![CDATA[<PublishAot>true</PublishAot>]]>".</summary>
    private static string[] PropertiesIn(string sample) =>
        [.. Property().Matches(sample).Select(match => $"{match.Groups[1].Value}={match.Groups[2].Value}")];

    [GeneratedRegex(@"<(\w+)>([^<]*)</\1>")]
    private static partial Regex Property();

    private sealed class Project(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
