using System.Runtime.CompilerServices;

namespace AotNeuro.Aot.Tests;

/// <summary>The packages, made once per test run, and projects outside of the repository that know nothing but them.</summary>
internal static class PackedPackages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly string Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    private static readonly Lazy<string> Packed = new(Pack);

    /// <summary>The folder that the packages are in.</summary>
    public static string Folder => Packed.Value;

    /// <summary>A file of the repository.</summary>
    public static string Source(params string[] path) => File.ReadAllText(Path.Combine([Repository, .. path]));

    /// <summary>An empty folder in which NuGet finds the packages, and keeps what it unpacks of them to itself.</summary>
    public static ConsumerFolder NewFolder()
    {
        string folder = Directory.CreateTempSubdirectory("aotneuro-consumer-").FullName;
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
              <packageSources><add key="packed" value="{Folder}" /></packageSources>
            </configuration>
            """);
        return new(folder);
    }

    private static string Pack()
    {
        string artifacts = Path.Combine(AotPublisher.Artifacts, "packing");
        string folder = Path.Combine(artifacts, "packages");
        foreach (string project in Directory.GetDirectories(Path.Combine(Repository, "src")))
        {
            ProcessResult result = DotNet(Repository, "pack", project, "-c", "Release", "-o", folder, $"-p:ArtifactsPath={artifacts}", "-p:UseArtifactsOutput=true");
            Assert.True(result.ExitCode == 0, $"Packing {project} failed:\n{result.Output}{result.Error}");
        }

        return folder;
    }

    internal static ProcessResult DotNet(string folder, params string[] arguments) =>
        ProcessRunner.RunIn(folder, ProcessRunner.DotNet, arguments, Limit, ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <summary>A folder of somebody who uses the packages.</summary>
internal sealed class ConsumerFolder(string path) : IDisposable
{
    /// <summary>Where it is.</summary>
    public string FullName => path;

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(path, name), text);

    /// <summary>Runs dotnet in it.</summary>
    public ProcessResult DotNet(params string[] arguments) => PackedPackages.DotNet(path, arguments);

    /// <summary>Runs dotnet in it, and fails the test if that fails.</summary>
    public string Succeed(params string[] arguments)
    {
        ProcessResult result = DotNet(arguments);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} failed:\n{result.Output}{result.Error}");
        return result.Output;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
