using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>The page that maps Nengo's names to ours holds nothing that does not exist, and leaves nothing out.</summary>
public sealed partial class NengoPageTests
{
    private static readonly Assembly Library = typeof(NeuralModel).Assembly;

    /// <summary>Names in code cells that stand for a user's own, or are the language's.</summary>
    private static readonly HashSet<string> OthersNames =
    [
        "A", "AToB", "B", "Biases", "CancellationToken", "Corners", "E", "F", "Gains", "Hum", "IProgress", "Inner", "M", "Matrix", "Mine", "MineAttribute",
        "MySolver", "MySynapse", "P", "Part", "Rates", "Slow", "Squared", "Sum", "Values", "Vectors", "X", "Figure", "AddPanel", "Plotting", "Goal", "ReadOnlySpan", "Span", "Torque",
        "AotNeuro", "ArgumentException", "Square",
    ];

    public static TheoryData<string, string, string, string> Rows => ReadRows();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_says_all_and_names_what_exists(string nengo, string here, string tests, string remarks)
    {
        Assert.All(new[] { nengo, here, tests, remarks }, cell => Assert.NotEqual("", cell));
        Assert.Equal(here.StartsWith("not here", StringComparison.Ordinal), tests == "none");
        if (tests == "none")
        {
            // The reason.
            Assert.NotEqual("None.", remarks);
            return;
        }

        Assert.All(tests.Split(", "), test => Assert.Contains(test.Trim('`'), TestClasses.Value));
        IEnumerable<string> names = Code().Matches(here).SelectMany(code => Identifier().Matches(Text().Replace(code.Value, ""))).Select(match => match.Value);
        Assert.All(names, name => Assert.True(OthersNames.Contains(name) || Names.Value.Contains(name), $"AotNeuro has no {name}."));
    }

    [Fact]
    public void Every_type_that_a_model_can_name_is_on_the_page()
    {
        HashSet<string> written = [.. Code().Matches(TimingPage.Text("nengo.md")).SelectMany(code => Identifier().Matches(code.Value)).Select(match => match.Value)];
        IEnumerable<string> missing = Library.GetExportedTypes().Where(IsForModels).Select(NameOf).Where(name => !written.Contains(name));
        Assert.Empty(missing);
    }

    /// <summary>Neuron types, synapses, processes, distributions, solvers, learning rules, transforms and networks that are not only bases of others or for generated code.</summary>
    private static bool IsForModels(Type type)
    {
        Type[] bases =
        [
            typeof(Synapse), typeof(Process), typeof(Distribution), typeof(Solver), typeof(LeastSquaresSolver), typeof(LearningRuleAttribute), typeof(Transform),
            typeof(Network), typeof(NetworkAttribute), typeof(SynapseAttribute),
        ];
        return !type.IsAbstract && type.Namespace == nameof(AotNeuro) && (typeof(INeuronType).IsAssignableFrom(type) || bases.Any(type.IsSubclassOf));
    }

    private static string NameOf(Type type) =>
        type.IsSubclassOf(typeof(Attribute)) ? type.Name[..^nameof(Attribute).Length] : type.Name;

    /// <summary>Names of the library's public types, attributes without their ending, and of their members.</summary>
    private static readonly Lazy<HashSet<string>> Names = new(() =>
    [
        .. Library.GetExportedTypes().SelectMany(type => type.GetMembers().Select(member => member.Name)
            .Concat([type.Name.Split('`')[0], Regex.Replace(type.Name.Split('`')[0], "Attribute$", "")])),
    ]);

    /// <summary>Classes in the sources of all tests.</summary>
    private static readonly Lazy<HashSet<string>> TestClasses = new(() =>
    [
        .. Directory.EnumerateFiles(TestFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => ClassName().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value),
    ]);

    private static string TestFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;

    private static TheoryData<string, string, string, string> ReadRows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (string line in TimingPage.Text("nengo.md").Split('\n').Where(line => line.StartsWith('|')))
        {
            string[] cells = [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
            Assert.True(cells.Length == 4, $"Four cells are a row, not {cells.Length}: {line}");
            if (cells[0] is not ("Nengo" or "---"))
            {
                rows.Add(cells[0], cells[1], cells[2], cells[3]);
            }
        }

        return rows;
    }

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    /// <summary>What stands in quotation marks is a path or a text.</summary>
    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]*\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\bclass ([A-Z][A-Za-z0-9]*)")]
    private static partial Regex ClassName();
}
