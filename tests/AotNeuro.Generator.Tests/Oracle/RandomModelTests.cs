using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using AotNeuro.Generator.Diagnostics;
using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Compiled models against the reference executor: random models, all of whose probes must have recorded the same bits. The environment
/// variable AOTNEURO_RANDOM_MODELS says how many (default 240); AOTNEURO_RANDOM_SEED the first seed (default 0), AOTNEURO_RANDOM_SHOWN how many failures a message shows (default 3).
/// </summary>
public sealed class RandomModelTests
{
    private const int Steps = 50;
    private const int FirstPart = 17;
    private const int ModelsPerCompilation = 60;

    /// <summary>The first seed of each compilation, and the number of its models.</summary>
    public static TheoryData<int, int> Batches
    {
        get
        {
            int first = Setting("AOTNEURO_RANDOM_SEED", 0);
            int end = first + Setting("AOTNEURO_RANDOM_MODELS", 240);
            var batches = new TheoryData<int, int>();
            for (int seed = first; seed < end; seed += ModelsPerCompilation)
            {
                batches.Add(seed, Math.Min(ModelsPerCompilation, end - seed));
            }

            return batches;
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Compiled_models_do_what_the_reference_executor_does(int first, int count)
    {
        string[] sources = [.. Enumerable.Range(first, count).Select(seed => $"using AotNeuro;\nnamespace Oracle;\n{RandomModel.Write(seed)}")];
        CSharpCompilation input = TestCompilation.Create(sources);
        TestCompilation.Driver(new NeuroGenerator()).RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        ModelSpec[] specs = [.. Enumerable.Range(first, count).Select(seed =>
            ModelParser.Parse(input.GetTypeByMetadataName($"Oracle.{RandomModel.NameOf(seed)}")!, input, CancellationToken.None))];
        bool[] isRefused = [.. specs.Select(spec => Rule.All.Any(rule => rule.IsBrokenBy(spec)))];
        Refuse(specs.Select((spec, i) => !isRefused[i] && ExceptionOf(spec) is { } exception ? $"Seed {first + i}: {exception}\n{sources[i]}" : null));

        // What is written at random breaks a rule now and then, and a stand-in takes the model's place.
        int left = isRefused.Count(refused => !refused);
        Assert.True(left >= 0.7 * count, $"Only {left} of {count} models keep all rules.");
        Assembly assembly = Load(output);
        Refuse(specs.Select((spec, i) => !isRefused[i] && Compare(spec, assembly.GetType($"Oracle.{spec.Name}", throwOnError: true)!) is { } difference
            ? $"Seed {first + i}: {difference}\n{sources[i]}"
            : null));
    }

    /// <summary>Fails the test if there is a failure, and shows some.</summary>
    private static void Refuse(IEnumerable<string?> failures)
    {
        string[] all = [.. failures.OfType<string>()];
        Assert.True(all.Length == 0, $"{all.Length} models fail.\n{string.Join('\n', all.Take(Setting("AOTNEURO_RANDOM_SHOWN", 3)))}");
    }

    private static int Setting(string name, int byDefault) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : byDefault;

    /// <summary>The exception that keeps a model from being generated.</summary>
    private static string? ExceptionOf(ModelSpec spec)
    {
        try
        {
            ModelEmitter.Emit(Lowerer.Lower(spec));
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private static Assembly Load(Compilation compilation)
    {
        using var stream = new MemoryStream();
        EmitResult result = compilation.Emit(stream);
        Assert.Empty(result.Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning));
        stream.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>Runs a model, also in pieces and again after a reset, and compares what its probes recorded; null if it agrees.</summary>
    private static string? Compare(ModelSpec spec, Type type)
    {
        var model = (NeuralModel)Activator.CreateInstance(type, nonPublic: true)!;
        ReferenceExecutor? reference = null;
        try
        {
            model.Build();
            reference = new(spec, model);
            model.RunSteps(FirstPart);
            model.RunSteps(Steps - FirstPart);
            reference.Run(Steps);
            if (DifferenceOf(model, reference) is { } difference)
            {
                return difference;
            }

            model.Reset();
            model.RunSteps(Steps);
            return DifferenceOf(model, reference) is { } later ? $"after a reset, {later}" : null;
        }
        catch (Exception exception) when (exception is SimulationException or ArithmeticException)
        {
            // Right where the model does run away.
            reference!.Run((int)model.StepCount + 1);
            return reference.HasRunAway ? null : exception.ToString();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private static string? DifferenceOf(NeuralModel model, ReferenceExecutor reference) =>
        model.Probes.Select(probe => DifferenceOf(probe, reference)).FirstOrDefault(text => text is not null);

    private static string? DifferenceOf(Probe probe, ReferenceExecutor reference)
    {
        List<double> expected = reference.Records[probe.Name];
        if (!reference.HasRunAway && expected.Count != probe.TotalCount * probe.Size)
        {
            return $"{probe.Name} took {probe.TotalCount} samples of {probe.Size} values, and {expected.Count} values are expected.";
        }

        // A probe that keeps the latest samples has fewer.
        ReadOnlySpan<double> values = probe.Values;
        int skipped = (int)probe.TotalCount * probe.Size - values.Length;
        for (int place = skipped; place < expected.Count; place++)
        {
            double value = values[place - skipped];
            if (value != expected[place])
            {
                return $"{probe.Name}, sample {place / probe.Size}, value {place % probe.Size} is {value:R}, and {expected[place]:R} is expected.";
            }
        }

        return null;
    }
}
