using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>What the generator prints, as accepted by a reader; every run also checks caching and that no warning comes.</summary>
public sealed partial class GeneratedCodeTests
{
    [Fact]
    public void Example_of_the_design() => Match(Sources.SineSquared);

    [Fact]
    public void Ensembles_of_one_shape_share_a_kernel()
    {
        string text = Match(Sources.Channel);
        Assert.Equal(["LIF104x1To1"], KernelsOf(text));

        string another = "#pragma warning disable CS1591\n    [Ensemble(neurons: 99, dimensions: 1)] public partial Ensemble C { get; }"
            + " [Connection(nameof(B), nameof(C), Transform = 2.0)] public partial Connection BToC { get; }"
            + " [Probe(nameof(C))] public partial Probe CDecoded { get; }";
        string larger = Generate(Sources.Channel.Replace("[Node]", another + "\n    [Node]", StringComparison.Ordinal)).Single().Text;

        // B decodes twice now, which is a shape of its own; C has that of A, since 99 neurons end in the same pair of lanes as 100.
        Assert.Equal(["LIF104x1To1", "LIF104x1To2"], KernelsOf(larger));

        // Without the transform its connection and its probe want the same values, which are decoded once.
        string same = Generate(Sources.Channel.Replace("[Node]", another.Replace(", Transform = 2.0", "", StringComparison.Ordinal) + "\n    [Node]", StringComparison.Ordinal)).Single().Text;
        Assert.Equal(["LIF104x1To1"], KernelsOf(same));
    }

    [Fact]
    public void Tunable_parameters_and_values_of_ensembles() => Match(Sources.Tunables);

    [Fact]
    public void Nodes_of_all_forms() => Match(Sources.Nodes);

    [Fact]
    public void Many_dimensions_and_decoded_values() => Match(Sources.Wide);

    [Fact]
    public void Learning_in_the_loop_over_the_neurons() => Match(Sources.Learning);

    /// <summary>Matrices multiply few dimensions, and those of which a number has large prime factors, as 67.</summary>
    [Theory]
    [InlineData(63, false)]
    [InlineData(64, true)]
    [InlineData(67, false)]
    [InlineData(100, true)]
    public void Large_circular_convolutions_are_fast_transforms(int dimensions, bool isFast)
    {
        string text = Generate($$"""
            using AotNeuro;

            [NeuralModel(Seed = 1)]
            partial class Model
            {
                [CircularConvolution(10, {{dimensions}}, InvertB = true)] public partial CircularConvolution Convolution { get; }
                [Probe("Convolution.Output")] public partial Probe Output { get; }
            }
            """).Single().Text;
        Assert.Equal(isFast, text.Contains($"new global::AotNeuro.CompilerServices.SpectrumTransform({dimensions}, false, false)", StringComparison.Ordinal));
        Assert.Equal(isFast, text.Contains($"new global::AotNeuro.CompilerServices.SpectrumTransform({dimensions}, true, true)", StringComparison.Ordinal));
        Assert.Equal(isFast, text.Contains($"new global::AotNeuro.CompilerServices.InverseSpectrumTransform({dimensions})", StringComparison.Ordinal));
        Assert.NotEqual(isFast, text.Contains("global::AotNeuro.CircularConvolution.TransformOut", StringComparison.Ordinal));
    }

    [Fact]
    public void Models_in_partial_types() => Match(Sources.Places);

    [Fact]
    public void Neuron_type_of_the_user() => Match(Sources.OwnNeuronType);

    [Fact]
    public void Rate_type_of_the_user() => Match(Sources.OwnRateType);

    [Fact]
    public void Products_and_sums_are_joined_where_the_model_allows_it() =>
        Match(Sources.SineSquared.Replace("Seed = 0", "Seed = 0, FastMath = true", StringComparison.Ordinal));

    [Fact]
    public void C_functions_of_an_exported_model() => Match(Sources.Exported);

    [Fact]
    public void Stand_in_for_a_model_with_mistakes() => Match(Sources.Mistakes);

    private static string Match(string source, [CallerMemberName] string test = "")
    {
        var sources = Generate(source);
        Assert.All(sources, file => AssertTidy(file.Text));
        Snapshot.Match(sources, test: test);
        return sources[0].Text;
    }

    private static IReadOnlyList<(string Hint, string Text)> Generate(string source) =>
        GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, source).Sources;

    private static IEnumerable<string> KernelsOf(string text) => KernelMethod().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    private static void AssertTidy(string text)
    {
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\t', text);
        Assert.EndsWith(text.Contains("\n//h ", StringComparison.Ordinal) ? "\n//h #endif\n" : "}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(SpaceAtEndOfLine(), text);
        Assert.DoesNotMatch(BlankLineBeforeBrace(), text);
        Assert.DoesNotMatch(StatementAfterBlock(), text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 150, $"{line.Length} characters: {line}"));
    }

    [GeneratedRegex(@"public static void (\w+)\(ref double constants")]
    private static partial Regex KernelMethod();

    [GeneratedRegex(@"[ \t]\n")]
    private static partial Regex SpaceAtEndOfLine();

    [GeneratedRegex(@"\n\n *\}")]
    private static partial Regex BlankLineBeforeBrace();

    /// <summary>A block is followed by a blank line, the end of the block around it, or its own other branch.</summary>
    [GeneratedRegex(@"\n *\}\n *(?!else|\}|\n)\S")]
    private static partial Regex StatementAfterBlock();
}
