using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>The page of timing: its lines, each of which a test of <see cref="TimingPageTests"/> holds to.</summary>
internal static partial class TimingPage
{
    /// <summary>The numbers of every line, by its id, as they are written.</summary>
    public static IReadOnlyDictionary<string, string> Lines { get; } = Read();

    /// <summary>
    /// Fails unless the probe <c>Record</c> of the model with these members records the expected values from the first step on, and the page's
    /// line shows them, to six decimals.
    /// </summary>
    public static NeuralModel Shows(string members, double[] expected, [CallerMemberName] string test = "")
    {
        NeuralModel model = CompiledModel.Run(members, expected.Length);
        Shows(model.Recorded("Record"), expected, test);
        return model;
    }

    /// <summary>Fails unless the record has the expected values and the page's line shows them, to six decimals.</summary>
    public static void Shows(double[] recorded, double[] expected, [CallerMemberName] string test = "")
    {
        Assert.Equal(expected.Length, recorded.Length);
        Assert.All(recorded.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-13 * Math.Max(1.0, Math.Abs(pair.Second))));
        Assert.Equal(string.Join(", ", expected.Select(Written)), Lines[test[..3]]);
    }

    /// <summary>A page beside the README.</summary>
    public static string Text(string page) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", page)).ReplaceLineEndings("\n");

    private static string Written(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Read() =>
        Line().Matches(Text("timing.md")).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["values"].Value);

    /// <summary>A row whose first cell is an id and whose last holds the values.</summary>
    [GeneratedRegex(@"^\| (?<id>T[0-9]{2}) \|.*\| (?<values>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
