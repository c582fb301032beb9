using System.Globalization;
using System.Text.Json;
using AotNeuro.Random;

namespace AotNeuro.Tests.Distributions;

/// <summary>Nengo's samples of every distribution, 12 points with seed 42 in 1 to 60 dimensions.</summary>
public sealed class DistributionReferenceTests
{
    private static readonly JsonElement Reference = ReferenceFiles.Json("tables").RootElement.GetProperty("distributions");

    /// <summary>
    /// Each distribution, and the largest absolute deviation allowed. Where there is one, NumPy's powers, its order of
    /// summation or LAPACK's rotation differ in last bits, which the quasi-random sequence multiplies by the index of the point.
    /// </summary>
    private static readonly Dictionary<string, (Distribution Distribution, double Tolerance)> Cases = new()
    {
        ["uniform"] = (new Uniform(-1.0, 2.0), 0.0),
        ["uniform_integer"] = (new Uniform(0.0, 9.0, integer: true), 0.0),
        ["gaussian"] = (new Gaussian(1.0, 0.3), 0.0),
        ["exponential"] = (new Exponential(0.2, shift: 0.1, high: 1.0), 0.0),
        ["uniform_hypersphere"] = (new UniformHypersphere(), 3e-16),
        ["uniform_hypersphere_surface"] = (new UniformHypersphere(surface: true), 3e-16),
        ["uniform_hypersphere_min"] = (new UniformHypersphere(minMagnitude: 0.4), 3e-16),
        ["scattered"] = (new ScatteredHypersphere(), 3e-14),
        ["scattered_surface"] = (new ScatteredHypersphere(surface: true), 2e-14),
        ["scattered_min"] = (new ScatteredHypersphere(minMagnitude: 0.3), 3e-14),
        ["scattered_tfww"] = (new ScatteredHypersphere(method: ScatterMethod.Tfww), 1e-14),
        ["quasirandom"] = (new QuasirandomSequence(), 2e-15),
        ["choice"] = (new Choice([1.0, 2.0, 3.0], [0.2, 0.5, 0.3]), 0.0),
        ["pdf"] = (RampPdf(), 3e-16),
        ["sqrt_beta"] = (new SqrtBeta(3, 2), 0.0),
        ["subvector_length"] = (new SubvectorLength(16, 3), 0.0),
        ["cosine_similarity"] = (new CosineSimilarity(16), 1e-17),
    };

    public static TheoryData<string> SampleNames =>
        [.. Reference.GetProperty("samples").EnumerateObject().Select(item => item.Name).Where(name => name.Contains("/d"))];

    [Fact]
    public void Every_distribution_of_the_reference_is_here()
    {
        IEnumerable<string> kinds = Reference.GetProperty("samples").EnumerateObject().Select(item => item.Name.Split('/')[0]);
        Assert.Equal(kinds.Distinct().Order(), Cases.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Samples_are_those_of_Nengo(string name)
    {
        (Distribution distribution, double tolerance) = Cases[name.Split('/')[0]];
        int dimensions = int.Parse(name.Split("/d")[1], CultureInfo.InvariantCulture);
        int count = Reference.GetProperty("n").GetInt32();
        var actual = new double[count * dimensions];

        distribution.Sample(count, dimensions, new RandomState(Reference.GetProperty("seed").GetUInt32()), actual);

        double[] expected = Numbers(Reference.GetProperty("samples").GetProperty(name).GetProperty("data"));
        Assert.Equal(expected.Length, actual.Length);
        double deviation = expected.Zip(actual, (first, second) => Math.Abs(first - second)).Max();
        Assert.True(deviation <= tolerance, $"{name} is {deviation:E2} off.");
    }

    [Theory]
    [InlineData("sqrt_beta")]
    [InlineData("subvector_length")]
    [InlineData("cosine_similarity")]
    public void Density_distribution_and_its_inverse_are_those_of_Nengo(string name)
    {
        (Func<double, double> pdf, Func<double, double> cdf, Func<double, double> ppf) = Cases[name].Distribution switch
        {
            SqrtBeta beta => (beta.Pdf, beta.Cdf, beta.Ppf),
            SubvectorLength length => (length.Pdf, length.Cdf, length.Ppf),
            var other => Functions((CosineSimilarity)other),
        };
        JsonElement table = Reference.GetProperty("samples").GetProperty(name + "/functions");
        double[] x = Numbers(table.GetProperty("x"));
        Compare(table.GetProperty("pdf"), x.Select(pdf), 1e-14);
        Compare(table.GetProperty("cdf"), x.Select(cdf), 1e-14);
        Compare(table.GetProperty("ppf"), x.Select(ppf), 1e-14);

        static (Func<double, double>, Func<double, double>, Func<double, double>) Functions(CosineSimilarity cosine) =>
            (cosine.Pdf, cosine.Cdf, cosine.Ppf);
    }

    private static void Compare(JsonElement expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(Numbers(expected).Zip(actual), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0.0, tolerance));

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];

    private static Pdf RampPdf()
    {
        double[] points = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)];
        return new Pdf(points, [.. Enumerable.Range(0, 11).Select(i => i / 55.0)]);
    }
}
