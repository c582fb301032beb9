using System.IO.Compression;
using System.Text.RegularExpressions;

namespace AotNeuro.Aot.Tests;

/// <summary>The packages as their users meet them: outside of the repository, from a folder.</summary>
[Collection(PublishedPrograms.Name)]
public sealed partial class PackageTests
{
    private const string Version = "1.0.0";

    public static TheoryData<string> Samples => new("communication-channel", "learn-square", "adaptive-exponential");

    [Fact]
    public void Package_holds_run_time_generator_targets_and_documentation()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(PackedPackages.Folder, $"AotNeuro.{Version}.nupkg"));
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        string[] expected =
        [
            "README.md", "analyzers/dotnet/cs/AotNeuro.Generator.dll", "analyzers/dotnet/cs/AotNeuro.CodeFixes.dll", "build/AotNeuro.targets", "buildTransitive/AotNeuro.targets", "docs/nengo.md",
            "lib/net10.0/AotNeuro.dll", "lib/net10.0/AotNeuro.xml", "tools/AotNeuro.Bake.dll", "tools/AotNeuro.Bake.runtimeconfig.json",
        ];
        Assert.Superset(expected.ToHashSet(), files.ToHashSet());
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal) && file.Contains("Generator", StringComparison.Ordinal));
    }

    [Fact]
    public void Project_with_the_package_runs_and_is_published()
    {
        using ConsumerFolder folder = PackedPackages.NewFolder();
        folder.Write("Model.csproj", Project("<PublishAot>true</PublishAot><IlcInstructionSet>x86-64-v2</IlcInstructionSet>"));
        folder.Write("Program.cs", FirstModel());
        string expected = folder.Succeed("run", "-c", "Release", "-p:TreatWarningsAsErrors=true");
        Assert.Matches(@"^0\.\d+\s*$", expected);
        string output = folder.Succeed("publish", "-c", "Release", "-o", "out", "-p:TreatWarningsAsErrors=true");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        ProcessResult result = ProcessRunner.Run(Path.Combine(folder.FullName, "out", "Model"), [], TimeSpan.FromMinutes(1));
        Assert.Equal(expected.Trim(), result.Output.Trim());
    }

    [Fact]
    public void Program_of_one_file_with_the_package_is_published()
    {
        using ConsumerFolder folder = PackedPackages.NewFolder();
        folder.Write("model.cs", $"#:package AotNeuro@{Version}\n#:property IlcInstructionSet=x86-64-v2\n{FirstModel()}");
        string output = folder.Succeed("publish", "model.cs", "-o", "out");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        ProcessResult result = ProcessRunner.Run(Path.Combine(folder.FullName, "out", "model"), [], TimeSpan.FromMinutes(1));
        Assert.Matches(@"^0\.\d+\s*$", result.Output);
    }

    [Fact]
    public void Template_of_a_model_runs()
    {
        using ConsumerFolder folder = PackedPackages.NewFolder();
        string hive = Path.Combine(folder.FullName, "hive");
        folder.Succeed("new", "install", Path.Combine(PackedPackages.Folder, $"AotNeuro.Templates.{Version}.nupkg"), "--debug:custom-hive", hive);
        folder.Succeed("new", "aotneuro", "-n", "Mine", "--debug:custom-hive", hive);
        Assert.Matches(@"^After 1 s the neurons say -?0\.\d\d, and fired \d+ times\.\s*$", folder.Succeed("run", "--project", "Mine", "-c", "Release"));
    }

    /// <summary>From an empty folder, with packages alone, to a C program that steps a model.</summary>
    [LinuxFact]
    public void Template_of_a_library_becomes_a_C_program()
    {
        using ConsumerFolder folder = PackedPackages.NewFolder();
        string hive = Path.Combine(folder.FullName, "hive");
        folder.Succeed("new", "install", Path.Combine(PackedPackages.Folder, $"AotNeuro.Templates.{Version}.nupkg"), "--debug:custom-hive", hive);
        folder.Succeed("new", "aotneuro-native", "-n", "Cart", "--debug:custom-hive", hive);
        string output = folder.Succeed("publish", "Cart", "-c", "Release", "-o", "out", "-p:TreatWarningsAsErrors=true");
        Assert.Contains("Baked Model: ", output, StringComparison.Ordinal);
        string host = Path.Combine(folder.FullName, "out", "host");
        ProcessResult compiled = ProcessRunner.RunIn(
            folder.FullName, "gcc", ["-Wall", "-Wextra", "-Werror", "Cart/main.c", "-Iout", "-Lout", "-l:Cart.so", "-Wl,-rpath,$ORIGIN", "-o", host], TimeSpan.FromMinutes(1));
        Assert.True(compiled.ExitCode == 0, compiled.Error);
        Assert.Matches(@"^After 1 s the neurons say 0\.[3-6]\d\.\s*$", ProcessRunner.Run(host, [], TimeSpan.FromMinutes(1)).Output);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_of_one_file_runs_with_the_packages(string sample)
    {
        using ConsumerFolder folder = PackedPackages.NewFolder();
        string source = PackedPackages.Source("samples", sample + ".cs");
        folder.Write("sample.cs", ProjectDirective().Replace(source, $"#:package $1@{Version}"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "figures"));
        Assert.NotEmpty(folder.Succeed("run", "sample.cs", "-p:PublishAot=false", "--", "figures"));
        Assert.True(File.Exists(Path.Combine(folder.FullName, "figures", sample + ".png")));
    }

    [Fact]
    public void Old_language_is_one_clear_error()
    {
        using ConsumerFolder folder = PackedPackages.NewFolder();
        folder.Write("Model.csproj", Project("<LangVersion>12</LangVersion>"));
        folder.Write("Program.cs", FirstModel());
        ProcessResult result = folder.DotNet("build");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(
            ["AotNeuro models are partial properties, which need C# 13, and this project is set to C# 12. Remove LangVersion from the project, or set it to 13 or later."],
            Error().Matches(result.Output).Select(match => match.Groups[1].Value).Distinct());
    }

    private static string Project(string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AotNeuro" Version="{Version}" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The model at the head of the README.</summary>
    private static string FirstModel() => CSharp().Match(PackedPackages.Source("README.md").ReplaceLineEndings("\n")).Groups[1].Value;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^#:project \.\./src/[^/]+/(.+)\.csproj$", RegexOptions.Multiline)]
    private static partial Regex ProjectDirective();

    [GeneratedRegex(@"error AN0001: (.*?) \[")]
    private static partial Regex Error();
}
