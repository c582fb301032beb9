using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>The page that lists what Nengo validates names tests and rules that exist, and messages that those tests expect.</summary>
public sealed partial class ValidationPageTests
{
    public static TheoryData<string, string, string, string> Rows => ReadRows();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_says_all_and_names_what_exists(string nengo, string refused, string here, string tests)
    {
        Assert.All(new[] { nengo, refused, here, tests }, cell => Assert.NotEqual("", cell));
        bool isShown = !here.StartsWith("not here: ", StringComparison.Ordinal) && !here.StartsWith("falls short: ", StringComparison.Ordinal);
        Assert.Equal(isShown, tests != "none");
        if (!isShown)
        {
            return;
        }

        string[] named = [.. tests.Split(", ").Select(test => test.Trim('`'))];
        Assert.All(named, AssertExists);
        string sources = string.Concat(named.Select(SourceOf));
        Assert.Matches(Kind(), here);
        foreach (string rule in Rule().Matches(here).Select(match => match.Value))
        {
            Assert.Contains(rule, RulePage.All.Select(page => page.Id));
            Assert.True(named.Contains("RulePageTests") || sources.Contains(rule, StringComparison.Ordinal), $"{rule} is not in {tests}.");
        }

        Assert.All(Message().Matches(here), message => Assert.Contains(message.Groups[1].Value, sources, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_of_Nengo_that_raises_such_errors_is_on_the_page()
    {
        string[] files =
        [
            "params.py", "base.py", "config.py", "connection.py", "dists.py", "ensemble.py", "learning_rules.py", "neurons.py", "network.py",
            "networks/*.py", "node.py", "probe.py", "processes.py", "solvers.py", "synapses.py", "transforms.py", "simulator.py", "builder/*.py", "utils/*.py",
        ];
        string page = TimingPage.Text("validation.md");
        Assert.All(files, file => Assert.Contains($"`{file}`", page, StringComparison.Ordinal));
    }

    private static void AssertExists(string test)
    {
        string member = test.Contains('.', StringComparison.Ordinal) ? test[(test.IndexOf('.', StringComparison.Ordinal) + 1)..] : "class";
        Assert.True(Regex.IsMatch(SourceOf(test), $@"\b{member}\b"), $"There is no {test}.");
    }

    /// <summary>The files of a test's class.</summary>
    private static string SourceOf(string test) => string.Concat(Sources.Value[test.Split('.')[0]]);

    private static readonly Lazy<ILookup<string, string>> Sources = new(() =>
        (from path in Directory.EnumerateFiles(TestFolder(), "*.cs", SearchOption.AllDirectories)
         where !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
         let text = File.ReadAllText(path)
         from name in ClassName().Matches(text).Select(match => match.Groups[1].Value).Distinct()
         select (name, text)).ToLookup(item => item.name, item => item.text));

    private static string TestFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;

    private static TheoryData<string, string, string, string> ReadRows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (string line in TimingPage.Text("validation.md").Split('\n').Where(line => line.StartsWith('|')))
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

    [GeneratedRegex("^(AN[0-9]{4}|`(Argument|Build|Simulation)Exception`|cannot be written: .)")]
    private static partial Regex Kind();

    [GeneratedRegex("AN[0-9]{4}")]
    private static partial Regex Rule();

    /// <summary>What stands in quotation marks, apart from code.</summary>
    [GeneratedRegex("Exception` \"(.*)\"$")]
    private static partial Regex Message();

    [GeneratedRegex(@"\bclass ([A-Z][A-Za-z0-9]*)")]
    private static partial Regex ClassName();
}
