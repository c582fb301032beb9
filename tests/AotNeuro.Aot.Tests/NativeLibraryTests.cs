using System.Globalization;

namespace AotNeuro.Aot.Tests;

/// <summary>The model of samples/c-host as a library that C and Python call.</summary>
[Collection(PublishedPrograms.Name)]
public sealed class NativeLibraryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly PublishedApp Library = AotPublisher.PublishProject(Path.Combine("samples", "c-host", "arm.csproj"));

    private static string Folder => Path.GetDirectoryName(Library.Path)!;

    [LinuxFact]
    public void C_host_does_what_CSharp_does()
    {
        string[] lines = Run(Compile("host", Source("samples", "c-host", "main.c"))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Transcript(), lines);
    }

    /// <summary>After a crash, in another process; a file that was cut short is refused with a message.</summary>
    [LinuxFact]
    public void A_state_goes_on_in_another_process()
    {
        string program = Compile("resume", Source("tests", "AotNeuro.Aot.Tests", "Native", "resume.c"));
        string file = Path.Combine(Folder, "arm.state");
        Assert.NotEqual(0, ProcessRunner.Run(program, ["save", file], Limit).ExitCode);
        string expected = ProcessRunner.Run(program, ["all"], Limit).Output;
        Assert.Contains(' ', expected);
        Assert.Equal(expected, ProcessRunner.Run(program, ["on", file], Limit).Output);

        byte[] state = File.ReadAllBytes(file);
        File.WriteAllBytes(file, state[..^9]);
        ProcessResult refused = ProcessRunner.Run(program, ["on", file], Limit);
        Assert.Equal((1, $"Arm: the state is cut short: {state.Length} bytes were saved, and here are {state.Length - 9}.\n"), (refused.ExitCode, refused.Output));
    }

    /// <summary>The build says what a static library is linked with. This one is not baked: the same numbers.</summary>
    [LinuxFact]
    public void Static_library_does_too()
    {
        PublishedApp archive = AotPublisher.PublishProject(
            Path.Combine("samples", "c-host", "arm.csproj"), ("NativeLib", "Static"), ("AotNeuroBake", "false"));
        string folder = Path.GetDirectoryName(archive.Path)!;
        string program = Path.Combine(folder, "host");
        Gcc("-std=c99", Source("samples", "c-host", "main.c"), $"-I{folder}", archive.Path, $"@{Path.Combine(folder, "arm.link")}", "-o", program);
        Assert.Equal(Transcript(), Run(program).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [LinuxFact]
    public void Misuse_is_a_status_and_not_a_crash() =>
        Assert.Equal("0 failures\n", Run(Compile("misuse", Source("tests", "AotNeuro.Aot.Tests", "Native", "misuse.c"))));

    /// <summary>Without the debug information beside the library, which this release of valgrind cannot read.</summary>
    [ValgrindFact]
    public void Memory_checker_finds_nothing()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Folder, "checked")).FullName;
        File.Copy(Library.Path, Path.Combine(folder, Path.GetFileName(Library.Path)), overwrite: true);
        foreach (string source in (string[])[Source("samples", "c-host", "main.c"), Source("tests", "AotNeuro.Aot.Tests", "Native", "misuse.c")])
        {
            string program = Path.Combine(folder, Path.GetFileNameWithoutExtension(source));
            File.Copy(Compile(Path.GetFileNameWithoutExtension(source), source), program, overwrite: true);
            ProcessResult result = ProcessRunner.Run("valgrind", ["--error-exitcode=9", program], Limit);
            Assert.True(result.ExitCode == 0, result.Output + result.Error);
            Assert.Contains("ERROR SUMMARY: 0 errors", result.Error, StringComparison.Ordinal);
        }
    }

    [LinuxFact]
    public void Python_steps_it_too()
    {
        if (!File.Exists("/usr/bin/python3") && Environment.GetEnvironmentVariable("PATH")!.Split(':').All(path => !File.Exists(Path.Combine(path, "python3"))))
        {
            return;
        }

        ProcessResult result = ProcessRunner.Run("python3", [Source("tests", "AotNeuro.Aot.Tests", "Native", "host.py"), Library.Path], Limit);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(Transcript()[1], result.Output.TrimEnd());
    }

    /// <summary>A header that differs from the one in the repository shows in a review that the binary interface has changed.</summary>
    [LinuxFact]
    public void Header_is_the_one_in_the_repository_and_compiles_as_C_and_as_Cpp()
    {
        string header = Path.Combine(Folder, "arm.h");
        Assert.Equal(File.ReadAllText(Source("samples", "c-host", "arm.h")), File.ReadAllText(header));
        string unit = Path.Combine(Folder, "header.c");
        File.WriteAllText(unit, "#include \"arm.h\"\n#include \"arm.h\"\n");
        Gcc("-fsyntax-only", "-std=c99", unit);
        Gcc("-fsyntax-only", "-x", "c++", "-std=c++11", unit);
    }

    /// <summary>What main.c prints, said by the same model in C#.</summary>
    private static string[] Transcript()
    {
        var lines = new List<string> { "2 inputs, 1 output, a step is 0.001 s" };
        var arm = new Arm();
        void Say(string what) => lines.Add($"{what} ({Number(arm.Position[0])}, {Number(arm.Position[1])})");

        (arm.Velocity[0], arm.Velocity[1]) = (1.0, -0.5);
        arm.RunSteps(500);
        Say("moved to   ");
        arm.Velocity.Clear();
        arm.RunSteps(500);
        Say("held at    ");
        byte[] state = arm.SaveState();
        arm.Release[0] = 1.0;
        arm.Run(1.0);
        Say("released at");
        arm.RestoreState(state);
        arm.Step();
        Say("back at    ");
        lines.Add("time 1.001 s");
        arm.Spikes.Clear();
        arm.RunSteps(100);
        lines.Add($"{arm.Spikes.Spikes.Count} spikes in {arm.Spikes.Count} steps");
        return [.. lines];
    }

    /// <summary>A number as C prints it with <c>%+.17g</c>.</summary>
    private static string Number(double value)
    {
        string digits = Math.Abs(value).ToString("G17", CultureInfo.InvariantCulture);
        return (value < 0 ? "-" : "+") + digits;
    }

    private static string Compile(string name, string source)
    {
        string program = Path.Combine(Folder, name);
        Gcc("-std=c99", source, $"-I{Folder}", $"-L{Folder}", "-l:arm.so", "-lm", "-Wl,-rpath,$ORIGIN", "-o", program);
        return program;
    }

    private static void Gcc(params string[] arguments)
    {
        ProcessResult result = ProcessRunner.Run("gcc", ["-pedantic", "-Wall", "-Wextra", "-Werror", .. arguments], Limit);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static string Run(string program)
    {
        ProcessResult result = ProcessRunner.Run(program, [], Limit);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output;
    }

    private static string Source(params string[] path) => AotPublisher.InRepository(Path.Combine(path));
}
