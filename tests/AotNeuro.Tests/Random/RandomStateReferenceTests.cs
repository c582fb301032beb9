using System.Globalization;
using System.Text.Json;
using AotNeuro.Random;

namespace AotNeuro.Tests.Random;

/// <summary>NumPy's own draws, for five seeds; one generator makes them all, in the order of the table.</summary>
public sealed class RandomStateReferenceTests
{
    private static readonly JsonDocument Tables = ReferenceFiles.Json("tables");

    public static TheoryData<string> Seeds => ["0", "1", "12345", "2147483646", "4294967295"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Draws_are_those_of_NumPy(string seed)
    {
        JsonElement table = Tables.RootElement.GetProperty("random_state").GetProperty(seed);
        var random = new RandomState(uint.Parse(seed, CultureInfo.InvariantCulture));

        Check(table, "randint_maxint", () => random.RandInt(int.MaxValue));
        Check(table, "random_sample", random.NextDouble);
        Check(table, "uniform_-2_3", () => random.Uniform(-2.0, 3.0));
        Check(table, "standard_normal", random.NextGaussian);
        Check(table, "normal_1_0.5", () => random.Normal(1.0, 0.5));
        Check(table, "exponential_2", () => random.Exponential(2.0));
        Check(table, "gamma_2.5", () => random.Gamma(2.5));
        Check(table, "poisson_3", () => random.Poisson(3.0));
        Check(table, "poisson_30", () => random.Poisson(30.0));
        Check(table, "binomial", () => random.Binomial(10, 0.3));
        int[] expected = [.. table.GetProperty("permutation_10").EnumerateArray().Select(item => item.GetInt32())];
        Assert.Equal(expected, random.Permutation(10));
        Check(table, "choice_10_5", () => random.Choice(10));
        Check(table, "choice_p", () => random.Choice([0.2, 0.5, 0.3]));
        Check(table, "randint_7", () => random.RandInt(7));
        Assert.Equal(table.GetProperty("after").GetDouble(), random.NextDouble());

        double[] rows = [.. Enumerable.Range(0, 12).Select(value => (double)value)];
        random.ShuffleRows(rows, 2);
        IEnumerable<JsonElement> shuffled = table.GetProperty("shuffle_rows").EnumerateArray().SelectMany(row => row.EnumerateArray());
        Assert.Equal(shuffled.Select(item => item.GetDouble()), rows);
    }

    /// <summary>Equal in every bit, also after logarithms: both libraries rounded these the same way.</summary>
    private static void Check(JsonElement table, string name, Func<double> draw)
    {
        foreach (JsonElement item in table.GetProperty(name).EnumerateArray())
        {
            Assert.Equal(item.GetDouble(), draw());
        }
    }
}
