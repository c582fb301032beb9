using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Partial properties in a class that is not partial stop the compiler before analyzers run: the generator must speak, and it alone.
/// </summary>
public sealed class MissingPartialTests
{
    private const string Source = """
        using AotNeuro;

        [NeuralModel(Seed = 0)]
        class Sample
        {
            [Ensemble(neurons: 10, dimensions: 1)]
            public partial Ensemble Ens { get; }
        }
        """;

    [Fact]
    public void The_generator_reports_the_class()
    {
        GeneratorDriver driver = TestCompilation.Driver(new NeuroGenerator()).RunGenerators(TestCompilation.Create(Source));
        Diagnostic found = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Equal("AN0101", found.Id);
        Assert.Equal(
            "'Sample' must be declared partial, so that the generator can complete the model 'Sample'",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Sample", Source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Equal(3, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task The_analyzer_leaves_it_to_the_generator()
    {
        var compilation = TestCompilation.Create(Source);
        var analyzed = new Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers(
            compilation, [new AotNeuro.Generator.Diagnostics.ModelAnalyzer()], new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([]));
        Assert.DoesNotContain(await analyzed.GetAnalyzerDiagnosticsAsync(), found => found.Id == "AN0101");
    }

    /// <summary>The same holds for a class that nobody marked as a model: its first property tells.</summary>
    [Theory]
    [InlineData("[Ensemble(10, 1)] public partial Ensemble Ens { get; } [Probe(nameof(Ens))] public partial Probe P { get; }", "Ensemble")]
    [InlineData("[Node] static double Wave(double t) => t; [Probe(nameof(Wave))] public partial Probe P { get; }", "Probe")]
    public async Task The_generator_reports_a_class_that_is_not_marked(string members, string attribute)
    {
        string source = $"using AotNeuro; partial class Sample {{ {members} }}";
        CSharpCompilation compilation = TestCompilation.Create(source);
        GeneratorDriver driver = TestCompilation.Driver(new NeuroGenerator()).RunGenerators(compilation);
        Diagnostic found = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Equal("AN0115", found.Id);
        Assert.Equal(
            $"[{attribute}] means nothing here, since 'Sample' is no model; add [NeuralModel] to 'Sample'",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith(attribute, source[found.Location.SourceSpan.Start..found.Location.SourceSpan.End], StringComparison.Ordinal);

        var analyzed = new Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers(
            compilation, [new AotNeuro.Generator.Diagnostics.ModelAnalyzer()], new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([]));
        Assert.Empty(await analyzed.GetAnalyzerDiagnosticsAsync());
    }

    /// <summary>A model may have several declarations, and its attribute beside any of them.</summary>
    [Fact]
    public void A_model_whose_attribute_stands_elsewhere_is_one() => GeneratorRun.Of(
        new NeuroGenerator(),
        TrackingNames.All,
        "using AotNeuro; partial class Sample { [Ensemble(10, 1)] internal partial Ensemble Ens { get; } }",
        "using AotNeuro; [NeuralModel] partial class Sample;");
}
