using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using AotNeuro.Benchmarks;

namespace AotNeuro.Aot.Tests;

/// <summary>Instructions of a step of the benchmarks' models, against <c>instructions.json</c>: what time cannot show on a busy machine.</summary>
/// <remarks>
/// <c>AOTNEURO_RECORD_BASELINE=1 dotnet test tests/AotNeuro.Aot.Tests -c Release --filter InstructionTests</c> counts anew and writes the file.
/// </remarks>
[Collection(PublishedPrograms.Name)]
public sealed class InstructionTests
{
    /// <summary>Counts repeat, but the compiler's next version, or another sine of the system's, changes a few.</summary>
    private const double Margin = 0.02;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Fewer instructions are a finding too: the baseline is then set anew, so that what was won is not lost again.</summary>
    [ValgrindFact]
    public void Steps_take_the_instructions_of_the_baseline()
    {
        string file = Path.Combine(Path.GetDirectoryName(ThisFile())!, "instructions.json"), runtime = RuntimeInformation.RuntimeIdentifier;
        string program = AotPublisher.Publish("StepCount").Path;
        var now = new SortedDictionary<string, double>(
            InstructionCount.Models.ToDictionary(model => model, model => Math.Round(InstructionCount.PerStep(program, model), 1)));
        var baseline = JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, double>>>(File.ReadAllText(file), Json)!;
        if (Environment.GetEnvironmentVariable("AOTNEURO_RECORD_BASELINE") == "1")
        {
            baseline[runtime] = now;
            File.WriteAllText(file, JsonSerializer.Serialize(baseline, Json) + "\n");
            return;
        }

        Assert.True(baseline.TryGetValue(runtime, out var expected), $"{file} has nothing on {runtime}; record it.");
        Assert.Equal(expected.Keys, now.Keys);
        foreach ((string model, double count) in now)
        {
            double ratio = count / expected[model];
            Assert.True(Math.Abs(ratio - 1) <= Margin, $"A step of {model} takes {count} instructions, and took {expected[model]}.");
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
