using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AotNeuro.Aot.Tests;

/// <summary>What a small model costs as a program, against <c>baseline.json</c>.</summary>
/// <remarks>
/// <c>AOTNEURO_RECORD_BASELINE=1 dotnet test tests/AotNeuro.Aot.Tests -c Release --filter SeedPageTests</c> measures anew and
/// writes the file. Time is recorded for the reader and asserted nowhere.
/// </remarks>
[Collection(PublishedPrograms.Name)]
public sealed class SeedPageTests
{
    private const double SizeMargin = 0.1;
    private const double MemoryMargin = 0.5;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>How it is published, and what the baseline calls that.</summary>
    public static TheoryData<string, string[]> Variants => new()
    {
        { "", [] },
        { " small", ["AotNeuroSmall"] },
        { " small baked", ["AotNeuroSmall", "AotNeuroBake"] },
    };

    private static string BaselineFile { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "baseline.json");

    /// <summary>A program that shrank is a finding too: the baseline is then set anew, or something is missing.</summary>
    [LinuxTheory]
    [MemberData(nameof(Variants))]
    public void Size_and_memory_are_those_of_the_baseline(string variant, string[] switches)
    {
        string key = RuntimeInformation.RuntimeIdentifier + variant;
        var now = ProgramCost.Measure(AotPublisher.Publish("SeedPage", [.. switches.Select(name => (name, "true"))]));
        var baseline = JsonSerializer.Deserialize<SortedDictionary<string, ProgramCost>>(File.ReadAllText(BaselineFile), Json)!;
        if (Environment.GetEnvironmentVariable("AOTNEURO_RECORD_BASELINE") == "1")
        {
            baseline[key] = now;
            File.WriteAllText(BaselineFile, JsonSerializer.Serialize(baseline, Json) + "\n");
            return;
        }

        Assert.True(
            baseline.TryGetValue(key, out ProgramCost? expected),
            $"{BaselineFile} has nothing on {key}; record it.");
        Assert.InRange((double)now.ExecutableBytes / expected.ExecutableBytes, 1 - SizeMargin, 1 + SizeMargin);
        Assert.InRange((double)now.PeakMemoryBytes / expected.PeakMemoryBytes, 0, 1 + MemoryMargin);
    }

    /// <summary>
    /// LINQ, tuples of objects in delegates and lists, and enums that are compared or printed bring along what makes types and reads their
    /// names at run time: 400 KB, which no model needs. A program whose models are not baked needs nothing that reads baked files.
    /// </summary>
    [LinuxFact]
    public void Nothing_makes_types_reads_their_names_or_looks_for_baked_files()
    {
        string[] words = ["System_Linq_Enumerable", "TypeLoader_TypeBuilder__", "System_Enum__GetEnumInfo", "System_Collections_Generic_Sorted", "AotNeuro_SealedFormat__"];
        IReadOnlyList<string> methods = ProgramMap.Methods(ProgramMap.Publish("SeedPage"));
        Assert.Contains(methods, name => name.Contains("AotNeuro_NeuralModel__RunSteps", StringComparison.Ordinal));
        Assert.DoesNotContain(methods, name => words.Any(word => name.Contains(word, StringComparison.Ordinal)));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
