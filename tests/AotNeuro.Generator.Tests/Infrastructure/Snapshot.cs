using System.Runtime.CompilerServices;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Compares texts with files that were accepted before, by Verify's file convention:
/// <c>Snapshots/{TestClass}.{Test}/{name}.verified.{extension}</c>. A text that differs is written beside it as
/// <c>.received.</c>; with the environment variable <c>AOTNEURO_ACCEPT_SNAPSHOTS=1</c> it is accepted instead.
/// </summary>
internal static class Snapshot
{
    private const string AcceptVariable = "AOTNEURO_ACCEPT_SNAPSHOTS";

    /// <summary>The folder of all snapshots, in the source tree.</summary>
    public static string Root { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "Snapshots");

    /// <summary>Compares all files of one test; a file accepted before that the test no longer has is a failure too.</summary>
    /// <param name="files">File names such as <c>SineSquared.g.cs</c> with their texts.</param>
    /// <param name="testFile">Filled in by the compiler; the file is named like its test class.</param>
    /// <param name="test">Filled in by the compiler.</param>
    public static void Match(
        IEnumerable<(string Name, string Text)> files,
        [CallerFilePath] string testFile = "",
        [CallerMemberName] string test = "")
    {
        string folder = Path.Combine(Root, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        Match(folder, files, accept: Environment.GetEnvironmentVariable(AcceptVariable) == "1");
    }

    /// <summary>Compares all files of a folder.</summary>
    public static void Match(string folder, IEnumerable<(string Name, string Text)> files, bool accept)
    {
        Directory.CreateDirectory(folder);
        var stale = Directory.GetFiles(folder, "*.verified.*").Select(Path.GetFileName).ToHashSet();
        var differences = new List<string>();
        foreach (var (name, text) in files)
        {
            stale.Remove(FileName(name, "verified"));
            if (Compare(folder, name, text, accept) is { } difference)
            {
                differences.Add(difference);
            }
        }

        foreach (string? name in stale)
        {
            if (accept)
            {
                File.Delete(Path.Combine(folder, name!));
            }
            else
            {
                differences.Add($"{name} was accepted once, and the test has no such file any more.");
            }
        }

        if (differences.Count > 0)
        {
            Assert.Fail($"{string.Join('\n', differences)}\n(in {folder}; run with {AcceptVariable}=1 to accept)");
        }
    }

    /// <summary>Snapshot folders that no test of the assembly owns: their test was renamed or removed.</summary>
    public static IReadOnlyList<string> FoldersWithoutTest()
    {
        if (!Directory.Exists(Root))
        {
            return [];
        }

        var tests = typeof(Snapshot).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(), (type, method) => $"{type.Name}.{method.Name}")
            .ToHashSet();
        return [.. Directory.GetDirectories(Root).Select(Path.GetFileName).OfType<string>().Where(name => !tests.Contains(name))];
    }

    private static string? Compare(string folder, string name, string text, bool accept)
    {
        string verified = Path.Combine(folder, FileName(name, "verified"));
        string received = Path.Combine(folder, FileName(name, "received"));
        string? expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (expected == text || accept)
        {
            File.Delete(received);
            if (expected != text)
            {
                File.WriteAllText(verified, text);
            }

            return null;
        }

        File.WriteAllText(received, text);
        return expected is null ? $"{name} is new." : $"{name} differs {FirstDifference(expected, text)}";
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        int line = 0;
        while (line < expectedLines.Length && line < actualLines.Length && expectedLines[line] == actualLines[line])
        {
            line++;
        }

        return $"at line {line + 1}:\n  - {At(expectedLines, line)}\n  + {At(actualLines, line)}";

        static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of file)";
    }

    // "Model.g.cs" is kept as "Model.g.verified.cs"; what a file system may refuse is replaced.
    private static string FileName(string name, string kind)
    {
        string safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        return $"{Path.GetFileNameWithoutExtension(safe)}.{kind}{Path.GetExtension(safe)}";
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
