using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AotNeuro.Benchmarks;

/// <summary>Instructions of a step as a table, beside those that the tests compare with (instructions.json).</summary>
internal static class InstructionReport
{
    public static string Of(string folder)
    {
        if (InstructionCount.Obstacle is { } obstacle)
        {
            return obstacle + "\n";
        }

        string tests = Path.Combine(CTwin.SourceFolder(), "..", "AotNeuro.Aot.Tests");
        var recorded = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(File.ReadAllText(Path.Combine(tests, "instructions.json")))!;
        Dictionary<string, double> baseline = recorded.GetValueOrDefault(RuntimeInformation.RuntimeIdentifier) ?? [];
        string program = AotFigures.Publish(Path.Combine(tests, "Apps", "StepCount", "StepCount.csproj"), "x86-64-v3", folder);
        var text = new StringBuilder("Instructions of a step, NativeAOT x86-64-v3, counted by valgrind.\n\n| model | instructions | baseline | ratio |\n| --- | --- | --- | --- |\n");
        foreach (string model in InstructionCount.Models)
        {
            double count = InstructionCount.PerStep(program, model);
            bool isKnown = baseline.TryGetValue(model, out double before);
            text.Append(CultureInfo.InvariantCulture, $"| {model} | {count:0.0} | {(isKnown ? before : double.NaN):0.0} | {count / before:0.000} |\n");
        }

        return text.ToString();
    }
}
