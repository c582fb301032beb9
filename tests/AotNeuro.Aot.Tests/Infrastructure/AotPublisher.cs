using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace AotNeuro.Aot.Tests;

/// <summary>Publishes the programs under <c>Apps/</c> as NativeAOT, each once per test run and set of properties.</summary>
internal static partial class AotPublisher
{
    /// <summary>
    /// Where everything is built: away from every bin and obj of the build that may still be running, since `dotnet test` builds projects while
    /// the tests of others already run.
    /// </summary>
    public static readonly string Artifacts = Directory.CreateTempSubdirectory("aotneuro-publish-").FullName;

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

    /// <summary>Deletes all that was published; the collection of tests does so when the last of them is done.</summary>
    public static void DeleteAll() => Directory.Delete(Artifacts, recursive: true);

    /// <summary>Publishes a program of one file, with the properties that its own directives set.</summary>
    /// <param name="sample">The file, relative to the repository.</param>
    public static PublishedApp PublishFile(string sample) =>
        Published.GetOrAdd(sample, _ => new Lazy<PublishedApp>(() => Publish(
            InRepository(sample),
            Path.GetFileNameWithoutExtension(sample),
            Path.GetFileNameWithoutExtension(sample),
            []))).Value;

    /// <summary>Publishes a project outside of <c>Apps/</c>.</summary>
    /// <param name="project">The project, relative to the repository.</param>
    public static PublishedApp PublishProject(string project, params (string Name, string Value)[] properties)
    {
        string app = Path.GetFileNameWithoutExtension(project);
        string[] settings = [.. properties.Select(property => $"-p:{property.Name}={property.Value}")];
        string variant = string.Join('.', [app, .. settings.Select(setting => UnsafeInPath().Replace(setting["-p:".Length..], "-"))]);
        return Published.GetOrAdd(variant, _ => new Lazy<PublishedApp>(() => Publish(InRepository(project), app, variant, settings))).Value;
    }

    /// <summary>The full path of a file of the repository.</summary>
    public static string InRepository(string path) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", path));

    private static PublishedApp PublishNow(string app, string[] settings)
    {
        string project = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "Apps", app, $"{app}.csproj");
        string variant = string.Join(
            '.', [app, .. settings.Select(setting => UnsafeInPath().Replace(setting["-p:".Length..], "-"))]);

        return Publish(project, app, variant, settings);
    }

    /// <summary>Publishes a project of <c>Apps/</c> for another system, once.</summary>
    public static PublishedApp PublishFor(string runtime, string app, params (string Name, string Value)[] properties) =>
        Published.GetOrAdd($"{app}.{runtime}", variant => new Lazy<PublishedApp>(() => Publish(
            InRepository(Path.Combine("tests", "AotNeuro.Aot.Tests", "Apps", app, $"{app}.csproj")),
            app,
            variant,
            [.. properties.Select(property => $"-p:{property.Name}={property.Value}")],
            runtime))).Value;

    private static PublishedApp Publish(string source, string app, string variant, string[] settings, string? otherRuntime = null)
    {
        string runtime = otherRuntime ?? RuntimeInformation.RuntimeIdentifier;
        string output = Path.Combine(Artifacts, "published", variant);
        string[] arguments =
        [
            "publish", Path.GetFullPath(source), "-c", "Release", "-r", runtime, "-o", output, .. settings,
            $"-p:ArtifactsPath={Artifacts}", "-p:UseArtifactsOutput=true",
            "-p:UseSharedCompilation=false",
        ];

        ProcessResult result;
        lock (OneAtATime)
        {
            // Servers that outlive the publish (the compiler's above, MSBuild's nodes) would hold its output pipes open, and the
            // test would wait for them. A program of one file allows no switch for the nodes, so it is a variable.
            result = ProcessRunner.Run(ProcessRunner.DotNet, arguments, PublishLimit, ("MSBUILDDISABLENODEREUSE", "1"));
        }

        Assert.True(result.ExitCode == 0, $"Publishing {variant} failed:\n{result.Output}{result.Error}");
        Assert.False(Warning().IsMatch(result.Output), $"Publishing {variant} printed a warning:\n{result.Output}");
        string executable = Path.Combine(output, OperatingSystem.IsWindows() ? $"{app}.exe" : app);
        string managed = Path.Combine(Artifacts, "bin", app, $"release_{runtime}", $"{app}.dll");
        return new PublishedApp(File.Exists(executable) ? executable : Library(output, app), managed, result.Output);
    }

    // A project with NativeLib publishes a library instead of a program.
    private static string Library(string folder, string app)
    {
        string[] extensions = OperatingSystem.IsWindows() ? ["dll", "lib"] : OperatingSystem.IsMacOS() ? ["dylib", "a"] : ["so", "a"];
        string? library = extensions.Select(extension => Path.Combine(folder, $"{app}.{extension}")).FirstOrDefault(File.Exists);
        Assert.True(library is not null, $"Publishing {app} made neither a program nor a library in {folder}.");
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
/// <param name="ManagedPath">The same program before it was compiled ahead of time, for <c>dotnet</c>.</param>
/// <param name="PublishOutput">What the publish printed.</param>
internal sealed record PublishedApp(string Path, string ManagedPath, string PublishOutput)
{
    /// <summary>The size of the file in bytes.</summary>
    public long Size => new FileInfo(Path).Length;

    /// <summary>Runs the program and fails the test if it fails.</summary>
    /// <returns>What it printed to standard output.</returns>
    public string Run(params string[] arguments) => Run(Path, arguments, []);

    /// <summary>Runs the same program under the JIT, and fails the test if it fails.</summary>
    /// <param name="environment">Variables that are set for it.</param>
    /// <returns>What it printed to standard output.</returns>
    public string RunUnderJit(params (string Name, string Value)[] environment) =>
        Run(ProcessRunner.DotNet, [ManagedPath], environment);

    private static string Run(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        var result = ProcessRunner.Run(program, arguments, TimeSpan.FromMinutes(2), environment);
        Assert.True(result.ExitCode == 0, $"{program} ended with {result.ExitCode}:\n{result.Output}{result.Error}");
        return result.Output;
    }
}
