using System.Globalization;
using System.Text.RegularExpressions;

namespace AotNeuro.Generator.Tests;

/// <summary>Each sample is compiled with the generator and run: it draws its picture, and what it prints is as good as it should be.</summary>
[Collection(CompiledProgram.Console)]
public sealed partial class SampleTests
{
    private const double Turns = 10_000;

    /// <summary>The sample, and the least and greatest value of each number that it prints.</summary>
    public static TheoryData<string, double[]> Samples => new()
    {
        { "communication-channel", [0.0, 0.05] },
        { "multiplication", [-10.0, -10.0, 2.0, 2.0, -26.0, -14.0] },
        { "controlled-oscillator", [2.0, 4.0, 0.5, 0.5, 2.0, 2.0, 1.0, 3.0, 2.5, 2.5, 4.0, 4.0] },
        { "learn-square", [0.0, 0.1, 0.2, 0.4] },
        { "circular-convolution", [0.95, 1.0] },
        { "adaptive-exponential", [10.0, 25.0, 10.0, 20.0, 30.0, 50.0] },
        { "theta-neuron", [2.0, 2.0, 0.0, 2.0, 1.0, 1.0] },

        // How far the pendulum is off without learning, and with it; any times of turns; no byte; collections are those of the other tests.
        { "pendulum", [0.15, 0.22, 0.0, 0.03, 0.0, 1e9, Turns, Turns, 0.0, 1e9, 99.9, 99.9, 0.0, 1e9, 0.0, 0.0, 0.0, 1e9] },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_draws_its_picture_and_prints_good_figures(string name, double[] bounds)
    {
        string source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name + ".cs"));
        GeneratorRun run = GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, Directive().Replace(source, ""));
        TestCompilation.AssertCompiles(run.Output);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("samples");
        try
        {
            string written = CompiledProgram.Run(run, folder.FullName, "--steps", $"{Turns}");
            Assert.True(new FileInfo(Path.Combine(folder.FullName, name + ".png")).Length > 20_000, "The picture is empty.");
            double[] numbers = [.. Number().Matches(written).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
            Assert.Equal(bounds.Length / 2, numbers.Length);
            for (int i = 0; i < numbers.Length; i++)
            {
                Assert.InRange(numbers[i], bounds[2 * i], bounds[2 * i + 1]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^#:.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();
}
