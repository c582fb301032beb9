using System.Diagnostics;
using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace AotNeuro.Generator.Tests;

/// <summary>The output grows with the number of shapes; an ensemble of a known shape adds its handles, its places and a call.</summary>
public sealed class GrowthTests(ITestOutputHelper output)
{
    private const int CharactersPerEnsemble = 4000;

    [Fact]
    public void An_ensemble_of_a_known_shape_adds_no_kernel_and_few_characters()
    {
        int[] counts = [1, 10, 100];
        int[] lengths = new int[counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            StepPlan plan = Lowerer.Lower(ModelText.ParseFile(Sources.Chain(counts[i]), "Chain"));
            Assert.Single(plan.Kernels);
            Assert.Equal(counts[i], plan.Populations.Count);
            lengths[i] = ModelEmitter.Emit(plan).Length;
        }

        output.WriteLine($"characters: {string.Join(", ", lengths)}");
        Assert.InRange((lengths[1] - lengths[0]) / 9, 1, CharactersPerEnsemble);
        Assert.InRange((lengths[2] - lengths[1]) / 90, 1, CharactersPerEnsemble);
    }

    [Fact]
    public void An_array_of_100000_ensembles_emits_no_more_than_one_of_512_and_little_more_than_one_of_four()
    {
        int[] counts = [4, 64, 512, 100_000];
        int[] lengths = [.. counts.Select(count => ModelEmitter.Emit(Lowerer.Lower(ModelText.Parse($$"""
            [EnsembleArray(neurons: 50, ensembles: {{count}}), ArrayOutput("Square", nameof(Square))] partial EnsembleArray Array { get; }
            [Node] const double Zero = 0;
            [Probe("Array.Square")] partial Probe Record { get; }
            static double Square(double x) => x * x;
            """))).Length)];
        output.WriteLine($"characters of arrays of {string.Join(", ", counts)}: {string.Join(", ", lengths)}");

        // Only the digits of sizes and places differ. Four ensembles do not fill the lanes of a vector, and 64 are not cut into pieces for threads.
        Assert.InRange(lengths[3] - lengths[2], 0, 300);
        Assert.InRange(lengths.Max(), lengths[0], lengths[0] * 1.2);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Time_for_a_thousand_ensembles_is_printed(bool areOfDistinctShapes, bool isProbed)
    {
        string source = Sources.Chain(1000, areOfDistinctShapes ? i => 8 * (i + 1) : _ => 100);

        // Without its probe nothing reads the last ensemble, then nothing the one before it, and so on.
        source = isProbed ? source : source.Replace("[Probe", "// [Probe", StringComparison.Ordinal);
        double[] times = [.. Enumerable.Range(0, 5).Select(_ => TimeGenerator(source))];
        output.WriteLine($"whole generator: {times[0]:0} ms the first time, then {times.Min():0} ms");

        ModelSpec model = ModelText.ParseFile(source, "Chain");
        long start = Stopwatch.GetTimestamp();
        Assert.DoesNotContain(Diagnostics.Rule.All, rule => rule.IsBrokenBy(model));
        output.WriteLine($"rules: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        start = Stopwatch.GetTimestamp();
        StepPlan plan = Lowerer.Lower(model);
        output.WriteLine($"lowering: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        start = Stopwatch.GetTimestamp();
        string text = ModelEmitter.Emit(plan);
        output.WriteLine($"emission: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms, {text.Length} characters, {plan.Kernels.Count} kernels");
        Assert.Equal(isProbed ? areOfDistinctShapes ? 1000 : 1 : 0, plan.Kernels.Count);
    }

    private static double TimeGenerator(string source)
    {
        var compilation = TestCompilation.Create(source);
        GeneratorDriver driver = TestCompilation.Driver(new NeuroGenerator());
        long start = Stopwatch.GetTimestamp();
        GeneratorDriver done = driver.RunGenerators(compilation);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Assert.Single(done.GetRunResult().GeneratedTrees);
        return milliseconds;
    }
}
