using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Emission;

/// <summary>
/// What a kernel does for a decoding by weights that PES changes: it decodes, filters the neurons' outputs, and changes the weights by what the filter gives.
/// Spikes are added, not multiplied: a neuron's product is the height of a spike or nothing, and all decoded values have that height as a factor.
/// </summary>
internal sealed class KernelLearning(Kernel kernel)
{
    public static readonly IReadOnlyList<string> Parameters =
        ["ref double activities", "ref double coefficients", "ref double error", "double alpha", "ref double weights", "ref double learned"];

    public static readonly IReadOnlyList<string> Arguments = ["ref activities", "ref coefficients", "ref error", "alpha", "ref weights", "ref learned"];

    private IEnumerable<int> Rows => Enumerable.Range(0, kernel.LearnedRows);

    private bool IsMask => kernel.Graph.IsSpikeMask;

    /// <summary>The gain of the filter of outputs, or of spikes that have their height.</summary>
    private string Gain => IsMask ? "pulse" : "gain";

    /// <summary>Names that the loop and the block have.</summary>
    public IEnumerable<string> Names =>
        new[] { "activities", "coefficients", "error", "alpha", "weights", "learned", "decay", "kept", "activity", Gain }
            .Concat(Rows.SelectMany(row => new[] { $"change{row}", $"z{row}", $"weight{row}" }));

    /// <summary>What is the same for all neurons, and the sums.</summary>
    public void EmitHead(CodeWriter code, int width, string height, Func<int, string> suffix)
    {
        string vector = $"Vector{width}<double>";
        code.Line($"{vector} decay = Vector{width}.Create(coefficients);");
        code.Line($"{vector} {Gain} = Vector{width}.Create(Unsafe.Add(ref coefficients, 1){(IsMask ? $" * {height}" : "")});");
        code.Lines(Rows.Select(row => $"{vector} change{row} = Vector{width}.Create(alpha * {Element("error", row)});"));
        code.Lines(
            from row in Rows
            from part in Enumerable.Range(0, 512 / width)
            select $"{vector} z{row}{suffix(part)} = {vector}.Zero;");
    }

    public IEnumerable<string> BlockArguments(string suffix) =>
        new[] { "ref activities", "decay", Gain, "ref weights" }.Concat(Rows.Select(row => $"change{row}")).Concat(Rows.Select(row => $"ref z{row}{suffix}"));

    public IEnumerable<string> BlockParameters(string vector) =>
        new[] { "ref double activities", $"{vector} decay", $"{vector} {Gain}", "ref double weights" }
            .Concat(Rows.Select(row => $"{vector} change{row}"))
            .Concat(Rows.Select(row => $"ref {vector} z{row}"));

    /// <param name="code">Where to print.</param>
    /// <param name="width">Width of the vectors.</param>
    /// <param name="place">Where the neurons lie.</param>
    /// <param name="result">Their spikes as a mask, or their output.</param>
    public void EmitBlock(CodeWriter code, int width, string place, string result)
    {
        string vector = $"Vector{width}<double>";
        code.Line();
        code.Line($"// activities = lowpass of output; z += weights{(IsMask ? " of the neurons that spiked" : " * output")}; weights += changes * activities");
        code.Line($"{vector} kept = decay * Vector{width}.LoadUnsafe(ref activities, {place});");
        code.Line($"{vector} activity = {Plus(width, "kept", Gain, result)};");
        code.Line($"Vector{width}.StoreUnsafe(activity, ref activities, {place});");
        foreach (int row in Rows)
        {
            string weights = row == 0 ? place : $"{place} + {row * kernel.Lanes}";
            code.Line($"{vector} weight{row} = Vector{width}.LoadUnsafe(ref weights, {weights});");
            code.Line($"z{row} = {Plus(width, $"z{row}", $"weight{row}", result)};");
            code.Line($"Vector{width}.StoreUnsafe(weight{row} + change{row} * activity, ref weights, {weights});");
        }
    }

    public void EmitSums(CodeWriter code, string height, IEnumerable<string> suffixes) => code.Lines(Rows.Select(row =>
        $"{Element("learned", row)} = {(IsMask ? $"{height} * " : "")}Lanes.Sum({string.Join(", ", suffixes.Select(suffix => $"z{row}{suffix}"))});"));

    private string Plus(int width, string sum, string term, string result) =>
        !IsMask ? $"{sum} + {term} * {result}"
        : VectorPrinter.KeepsMasks($"Vector{width}") ? $"Vector{width}.ConditionalSelect({result}, {sum} + {term}, {sum})"
        : $"{sum} + ({term} & {result})";

    private static string Element(string array, int index) => index == 0 ? array : $"Unsafe.Add(ref {array}, {index})";
}
