using AotNeuro.Random;

namespace AotNeuro.Tests.Distributions;

public sealed class DistributionTests
{
    [Fact]
    public void Distributions_of_equal_values_are_equal()
    {
        Assert.Equal(new Choice([1.0, 2.0], [1.0, 3.0]), new Choice([1.0, 2.0], [1.0, 3.0]));
        Assert.Equal(new Choice([1.0, 2.0], [1.0, 3.0]).GetHashCode(), new Choice([1.0, 2.0], [1.0, 3.0]).GetHashCode());
        Assert.Equal(new Choice([1.0, 2.0]), new Choice([1.0, 2.0], [1.0, 1.0]));
        Assert.NotEqual(new Choice([1.0, 2.0]), new Choice([1.0, 2.0], [1.0, 3.0]));
        Assert.NotEqual(new Choice([1.0, 2.0]), new Choice(new[,] { { 1.0, 2.0 } }));
        Assert.Equal(new Samples([1.0, 2.0]), new Samples(new[,] { { 1.0 }, { 2.0 } }));
        Assert.NotEqual(new Samples([1.0, 2.0]), new Samples([1.0, 3.0]));
        Assert.Equal(new Pdf([0.0, 1.0], [0.5, 0.5]), new Pdf([0.0, 1.0], [0.5, 0.5]));
        Assert.NotEqual(new Pdf([0.0, 1.0], [0.5, 0.5]), new Pdf([0.0, 2.0], [0.5, 0.5]));
        Assert.Equal<Distribution>(new SubvectorLength(5, 2), new SubvectorLength(5, 2));
        Assert.NotEqual<Distribution>(new Uniform(0.0, 1.0), new Gaussian(0.0, 1.0));
    }

    [Fact]
    public void Given_values_cannot_be_changed_afterwards()
    {
        double[] values = [1.0, 2.0];
        var samples = new Samples(values);
        values[0] = 9.0;
        Assert.Equal([1.0, 2.0], Draw(samples, 2, 1));
    }

    [Fact]
    public void Points_are_chosen_whole()
    {
        var choice = new Choice(new[,] { { 1.0, -1.0 }, { 2.0, -2.0 } }, [0.0, 5.0]);
        Assert.Equal((2, 2), (choice.Count, choice.Dimensions));
        Assert.Equal([2.0, -2.0, 2.0, -2.0], Draw(choice, 2, 2));
    }

    [Fact]
    public void A_single_option_takes_a_draw_each()
    {
        var random = new RandomState(3);
        new Choice([0.0]).Sample(4, 1, random, new double[4]);
        var expected = new RandomState(3);
        for (int i = 0; i < 4; i++)
        {
            expected.NextDouble();
        }

        Assert.Equal(expected.NextDouble(), random.NextDouble());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(60)]
    public void The_exact_mapping_is_near_the_approximate_one(int dimensions)
    {
        double[] exact = Draw(new ScatteredHypersphere(method: ScatterMethod.Sct), 200, dimensions);
        double[] approximate = Draw(new ScatteredHypersphere(), 200, dimensions);

        // The table is up to 4e-3 of a turn off, in every angle.
        double deviation = exact.Zip(approximate, (first, second) => Math.Abs(first - second)).Max();
        Assert.InRange(deviation, 1e-9, 0.03);
    }

    /// <summary>Its method is kept as a number and printed by hand, which must not show.</summary>
    [Fact]
    public void Scattered_hyperspheres_are_records()
    {
        Assert.Equal(new ScatteredHypersphere(method: ScatterMethod.Sct), new ScatteredHypersphere(method: ScatterMethod.Sct));
        Assert.NotEqual(new ScatteredHypersphere(method: ScatterMethod.Sct), new ScatteredHypersphere(method: ScatterMethod.Tfww));
        foreach (ScatterMethod method in Enum.GetValues<ScatterMethod>())
        {
            var distribution = new ScatteredHypersphere(surface: false, minMagnitude: 0.5, method);
            Assert.Equal(method, distribution.Method);
            Assert.Equal($"ScatteredHypersphere {{ Surface = False, MinMagnitude = 0.5, Method = {method} }}", distribution.ToString());
        }
    }

    [Theory]
    [InlineData(ScatterMethod.Sct)]
    [InlineData(ScatterMethod.SctApprox)]
    [InlineData(ScatterMethod.Tfww)]
    public void Points_cover_the_sphere_evenly(ScatterMethod method)
    {
        const int Count = 2000;
        const int Dimensions = 6;
        double[] points = Draw(new ScatteredHypersphere(surface: true, method: method), Count, Dimensions);
        for (int i = 0; i < Dimensions; i++)
        {
            double[] column = [.. Enumerable.Range(0, Count).Select(point => points[(point * Dimensions) + i])];
            Assert.Equal(0.0, column.Average(), 0.01);
            Assert.Equal(1.0 / Dimensions, column.Average(value => value * value), 0.01);
        }

        for (int point = 0; point < Count; point++)
        {
            Assert.Equal(1.0, points.AsSpan(point * Dimensions, Dimensions).ToArray().Sum(value => value * value), 1e-13);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_least_magnitude_is_kept(int dimensions)
    {
        Distribution[] distributions = [new UniformHypersphere(minMagnitude: 0.6), new ScatteredHypersphere(minMagnitude: 0.6)];
        foreach (Distribution distribution in distributions)
        {
            double[] points = Draw(distribution, 300, dimensions);
            for (int i = 0; i < points.Length; i += dimensions)
            {
                double length = Math.Sqrt(points.AsSpan(i, dimensions).ToArray().Sum(value => value * value));
                Assert.InRange(length, 0.6 - 1e-14, 1.0 + 1e-14);
            }
        }
    }

    private static double[] Draw(Distribution distribution, int count, int dimensions)
    {
        var values = new double[count * dimensions];
        distribution.Sample(count, dimensions, new RandomState(7), values);
        return values;
    }
}
