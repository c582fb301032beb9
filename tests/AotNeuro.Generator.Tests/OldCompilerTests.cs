using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AotNeuro.Generator.Tests;

/// <summary>What a project is told whose compiler or language is too old: the check of <c>AotNeuro.targets</c>, run as MSBuild runs it.</summary>
public sealed class OldCompilerTests
{
    [Theory]
    [InlineData(
        "roslyn4.8",
        "latest",
        "error AN0001: AotNeuro models are partial properties, which the C# compiler in use (roslyn4.8, .NET SDK 8.0.100) does not know. "
        + "Install the .NET SDK 10 or later, or change the version in global.json if it names an older one.")]
    [InlineData(
        "roslyn5.0",
        "12",
        "error AN0001: AotNeuro models are partial properties, which need C# 13, and this project is set to C# 12. "
        + "Remove LangVersion from the project, or set it to 13 or later.")]
    [InlineData("roslyn4.12", "13", null)]
    [InlineData("roslyn5.0", "preview", null)]
    public void Names_the_compiler_or_language_that_is_too_old(string compiler, string language, string? message)
    {
        (int exitCode, string output) = Check(compiler, language);
        if (message is null)
        {
            Assert.True(exitCode == 0, output);
        }
        else
        {
            Assert.NotEqual(0, exitCode);
            Assert.Contains(message, output, StringComparison.Ordinal);
        }
    }

    private static (int ExitCode, string Output) Check(string compiler, string language, [CallerFilePath] string here = "")
    {
        string targets = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "AotNeuro", "build", "AotNeuro.targets");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "msbuild", targets, "-t:AotNeuroCheckCompiler", "-nologo", "-nodeReuse:false", "-p:Language=C#",
                $"-p:CompilerApiVersion={compiler}", $"-p:LangVersion={language}", "-p:NETCoreSdkVersion=8.0.100",
            },
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
