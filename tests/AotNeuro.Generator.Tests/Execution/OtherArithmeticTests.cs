using System.Runtime.Loader;
using Xunit.Abstractions;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Every reference model in single precision, and with joined products and sums, against the same model with Nengo's arithmetic. Once a spike falls a step later, two runs of a network that feeds
/// back never meet again; what must stay is what they represent.
/// </summary>
public sealed class OtherArithmeticTests(ITestOutputHelper output)
{
    private const double Seconds = 0.5;

    private const string Listing = """
        #pragma warning disable CS1591
        using AotNeuro;
        using AotNeuro.Tests.ReferenceModels;
        public static class Listing
        {
            public static IEnumerable<(string Name, Func<NeuralModel> Create)> All => ReferenceRuns.All.Select(run => (run.Name, run.Create)).Concat(OrderedRuns.All);
        }
        """;

    private static readonly Lazy<(string Name, Func<NeuralModel> Create)[]> Nengos = new(() => Compile(""));

    [Theory]
    [InlineData("Precision = Precision.Single")]
    [InlineData("FastMath = true")]
    [InlineData("Precision = Precision.Single, FastMath = true")]
    public void Every_reference_model_represents_the_same(string option)
    {
        (string Name, Func<NeuralModel> Create)[] others = Compile(option + ", ");
        Assert.Equal(58, others.Length);
        output.WriteLine($"model: spikes in Nengo's arithmetic, with {option}; largest root mean square deviation of a value, of its range");
        foreach (((string name, Func<NeuralModel> nengos), (string otherName, Func<NeuralModel> other)) in Nengos.Value.Zip(others))
        {
            Assert.Equal(name, otherName);
            (NeuralModel expected, NeuralModel actual) = (nengos(), other());
            expected.Run(Seconds);
            actual.Run(Seconds);
            Compare(name, expected, actual);
        }
    }

    private void Compare(string name, NeuralModel expected, NeuralModel actual)
    {
        (int theirs, int ours, double largest, string where) = (0, 0, 0.0, "");
        foreach ((Probe before, Probe after) in expected.AllProbes.Zip(actual.AllProbes))
        {
            Assert.Equal(before.Name, after.Name);
            if (before.Signal == ProbeSignal.Spikes)
            {
                (theirs, ours) = (theirs + before.Spikes.Count, ours + after.Spikes.Count);
                continue;
            }

            double deviation = Deviation(before.Values, after.Values);
            Assert.InRange(deviation, 0.0, !IsChaotic(name) ? 0.02 : before.Signal is ProbeSignal.Voltage or ProbeSignal.Recovery ? 1.0 : 0.1);
            if (deviation > largest)
            {
                (largest, where) = (deviation, before.Name);
            }
        }

        output.WriteLine($"{name}: {theirs}, {ours} spikes; {largest:0.0e0} {where}");
        Assert.InRange(ours, theirs * (1 - (IsChaotic(name) ? 0.1 : 0.001)), theirs * (1 + (IsChaotic(name) ? 0.1 : 0.001)));
    }

    /// <summary>Izhikevich cells near rest double a deviation within some steps of 1 ms: in these models single spikes come and go.</summary>
    private static bool IsChaotic(string name) => name.Contains("izhikevich", StringComparison.Ordinal);

    private static double Deviation(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        (double sum, double least, double most) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(double.IsFinite(actual[i]));
            sum += (expected[i] - actual[i]) * (expected[i] - actual[i]);
            (least, most) = (Math.Min(least, expected[i]), Math.Max(most, expected[i]));
        }

        return most > least ? Math.Sqrt(sum / expected.Length) / (most - least) : 0.0;
    }

    private static (string, Func<NeuralModel>)[] Compile(string option)
    {
        string[] sources = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "models")).Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Select(source => "#pragma warning disable CS1591 // tests are not documented\n" + source.Replace("[NeuralModel(", "[NeuralModel(" + option, StringComparison.Ordinal)), Listing];
        using var image = new MemoryStream();
        Assert.True(GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, sources).Output.Emit(image).Success);
        image.Position = 0;
        Type listing = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Listing", throwOnError: true)!;
        return [.. (IEnumerable<(string, Func<NeuralModel>)>)listing.GetProperty("All")!.GetValue(null)!];
    }
}
