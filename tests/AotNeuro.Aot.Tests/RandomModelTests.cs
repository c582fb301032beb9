using System.Text;
using AotNeuro.Generator.Tests;

namespace AotNeuro.Aot.Tests;

/// <summary>
/// The random models that the generator's tests compare with the reference executor under the JIT do the same, to the last bit, in a published
/// program.
/// </summary>
[Collection(PublishedPrograms.Name)]
public sealed class RandomModelTests
{
    private const int Models = 60;

    [Fact]
    public void Published_random_models_do_what_the_JIT_makes_them_do()
    {
        string source = Path.Combine(Directory.CreateTempSubdirectory("aotneuro-random-").FullName, "Models.cs");
        try
        {
            File.WriteAllText(source, Write());
            PublishedApp app = AotPublisher.Publish("RandomModels", ("RandomModelsSource", source));
            string[] published = app.Run().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string[] compiled = app.RunUnderJit().Split('\n', StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal(compiled, published);
            int recorded = published.Select(line => line.Split(' ')).Where(words => words.Length == 4).Select(words => words[0]).Distinct().Count();
            Assert.True(recorded >= 0.7 * Models, $"Only {recorded} of {Models} models ran.");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(source)!, recursive: true);
        }
    }

    /// <summary>The models of the first seeds, and a class that lists them.</summary>
    private static string Write()
    {
        var source = new StringBuilder("using AotNeuro;\nnamespace Oracle;\n");
        var list = new StringBuilder();
        for (int seed = 0; seed < Models; seed++)
        {
            source.Append(RandomModel.Write(seed));
            list.Append("        () => new ").Append(RandomModel.NameOf(seed)).Append("(),\n");
        }

        source.Append("internal static class RandomModels\n{\n    public static readonly System.Func<NeuralModel>[] All =\n    [\n")
            .Append(list).Append("    ];\n}\n");
        return source.ToString();
    }
}
