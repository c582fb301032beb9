using Microsoft.CodeAnalysis;

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
}
