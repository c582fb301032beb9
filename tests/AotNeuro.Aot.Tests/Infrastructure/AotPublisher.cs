using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace AotNeuro.Aot.Tests;

/// <summary>Publishes the programs under <c>Apps/</c> as NativeAOT, each once per test run and set of properties.</summary>
internal static partial class AotPublisher
{
    private static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(10);

    private static readonly ConcurrentDictionary<string, Lazy<PublishedApp>> Published = new();

    // One publish at a time: each uses every core by itself, and two would write the same intermediate files.
    private static readonly Lock OneAtATime = new();

    /// <summary>
    /// Publishes <c>Apps/{app}/{app}.csproj</c>, and fails the test where that fails or prints a warning.
    /// </summary>
    /// <param name="app">The name of the app, its folder and its project.</param>
    /// <param name="properties">MSBuild properties such as <c>("IlcInstructionSet", "x86-64-v3")</c>.</param>
    public static PublishedApp Publish(string app, params (string Name, string Value)[] properties)
    {
        string[] settings = [.. properties.Select(property => $"-p:{property.Name}={property.Value}")];
        string key = string.Join(' ', [app, .. settings]);
        return Published.GetOrAdd(key, _ => new Lazy<PublishedApp>(() => PublishNow(app, settings))).Value;
    }

    private static PublishedApp PublishNow(string app, string[] settings)
    {
        string project = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "Apps", app, $"{app}.csproj");
        string variant = string.Join(
            '.', [app, .. settings.Select(setting => UnsafeInPath().Replace(setting["-p:".Length..], "-"))]);

        // Beside the test's own dll, and away from every bin and obj of the build that may still be running: `dotnet test`
        // builds projects while the tests of others already run.
        string artifacts = Path.Combine(AppContext.BaseDirectory, "aot");
        string output = Path.Combine(artifacts, "published", variant);
        string[] arguments =
        [
            "publish", Path.GetFullPath(project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "--artifacts-path", artifacts, "-o", output, .. settings,
            // Servers that outlive the publish would hold its output pipes open, and the test would wait for them.
            "-nodeReuse:false", "-p:UseSharedCompilation=false",
        ];

        ProcessResult result;
        lock (OneAtATime)
        {
            result = ProcessRunner.Run(ProcessRunner.DotNet, arguments, PublishLimit);
        }

        Assert.True(result.ExitCode == 0, $"Publishing {variant} failed:\n{result.Output}{result.Error}");
        Assert.False(Warning().IsMatch(result.Output), $"Publishing {variant} printed a warning:\n{result.Output}");
        string executable = Path.Combine(output, OperatingSystem.IsWindows() ? $"{app}.exe" : app);
        return new PublishedApp(File.Exists(executable) ? executable : SharedLibrary(output, app), result.Output);
    }

    // A project with NativeLib=Shared publishes a library instead of a program.
    private static string SharedLibrary(string folder, string app)
    {
        string extension = OperatingSystem.IsWindows() ? "dll" : OperatingSystem.IsMacOS() ? "dylib" : "so";
        string library = Path.Combine(folder, $"{app}.{extension}");
        Assert.True(File.Exists(library), $"Publishing {app} made neither a program nor a library in {folder}.");
        return library;
    }

    [GeneratedRegex(@"\bwarning\b[^\n]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();

    [GeneratedRegex("[^A-Za-z0-9_-]+")]
    private static partial Regex UnsafeInPath();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <summary>A program, or a native library, as it was published.</summary>
/// <param name="Path">The file.</param>
/// <param name="PublishOutput">What the publish printed.</param>
internal sealed record PublishedApp(string Path, string PublishOutput)
{
    /// <summary>The size of the file in bytes.</summary>
    public long Size => new FileInfo(Path).Length;

    /// <summary>Runs the program and fails the test if it fails.</summary>
    /// <returns>What it printed to standard output.</returns>
    public string Run(params string[] arguments)
    {
        var result = ProcessRunner.Run(Path, arguments, TimeSpan.FromMinutes(2));
        Assert.True(result.ExitCode == 0, $"{Path} ended with {result.ExitCode}:\n{result.Output}{result.Error}");
        return result.Output;
    }
}
