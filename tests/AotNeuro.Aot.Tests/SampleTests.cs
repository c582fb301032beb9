namespace AotNeuro.Aot.Tests;

/// <summary>A sample of one file, published as its users would.</summary>
[Collection(PublishedPrograms.Name)]
public sealed class SampleTests
{
    private static readonly string[] Figures = ["cell-classes", "sine", "square", "square-fast-recovery", "tuning-curves"];

    [Fact]
    public void The_Izhikevich_sample_publishes_without_a_warning_and_draws_its_figures()
    {
        // A program of one file is published as NativeAOT by default; the publisher fails the test at a warning.
        PublishedApp sample = AotPublisher.PublishFile(Path.Combine("samples", "izhikevich.cs"));
        string folder = Directory.CreateTempSubdirectory("aotneuro-figures-").FullName;
        try
        {
            string output = sample.Run(folder);
            Assert.Contains("The decoders of the square are off by", output, StringComparison.Ordinal);
            string[] expected = [.. Figures.SelectMany(name => (string[])[$"{name}.png", $"{name}.svg"])];
            string[] files = Directory.GetFiles(folder);
            Assert.Equal(expected.Order(StringComparer.Ordinal), files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.All(files, file => Assert.True(new FileInfo(file).Length > 2_000, $"{file} is nearly empty."));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
