namespace AotNeuro.Aot.Tests;

/// <summary>Programs and libraries that carry baked models in place of what builds them.</summary>
[Collection(PublishedPrograms.Name)]
public sealed class BakedProgramTests
{
    private static readonly PublishedApp Page = AotPublisher.Publish("SeedPage", ("AotNeuroBake", "true"), ("AotNeuroSmall", "true"));

    /// <summary>The list of all that was compiled has no solver, no distribution and no other library.</summary>
    [LinuxFact]
    public void Nothing_that_builds_models_is_left()
    {
        Assert.NotEmpty(Builders(ProgramMap.Publish("SeedPage")));
        Assert.Empty(Builders(ProgramMap.Publish("SeedPage", ("AotNeuroBake", "true"))));
    }

    [LinuxFact]
    public void It_runs_without_environment_and_where_nothing_can_be_written()
    {
        string[] expected = AotPublisher.Publish("SeedPage").Run().Split('\n');
        ProcessResult result = ProcessRunner.RunIn("/proc", "env", ["-i", Page.Path], TimeSpan.FromMinutes(1));
        Assert.True(result.ExitCode == 0, result.Output + result.Error);

        // The first line is the clock.
        Assert.Equal(expected[1..], result.Output.Split('\n')[1..]);
    }

    /// <summary>A second publish finds everything as it was.</summary>
    [Fact]
    public void Models_are_baked_by_the_build() => Assert.Contains("Baked SineSquared: ", Page.PublishOutput, StringComparison.Ordinal);

    private static List<string> Builders(PublishedApp app)
    {
        // Loops over vectors are the steps' too.
        string[] words = ["Lstsq", "Cholesky", "ModelBuilder", "EnsembleBuilder", "DecoderBuilder", "ScatteredHypersphere", "MathNet", "Numerics_"];
        return [.. ProgramMap.Methods(app).Where(name =>
            name.Contains("AotNeuro", StringComparison.Ordinal) && words.Any(word => name.Contains(word, StringComparison.Ordinal)) && !name.Contains("Numerics_VectorLoops__", StringComparison.Ordinal))];
    }
}
