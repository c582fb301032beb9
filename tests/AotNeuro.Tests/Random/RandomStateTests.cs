using AotNeuro.Random;

namespace AotNeuro.Tests.Random;

/// <summary>What NumPy's tables do not cover: draws have the distribution they are named for, and mistakes are refused.</summary>
public sealed class RandomStateTests
{
    [Fact]
    public void The_bits_are_those_of_the_Mersenne_Twister()
    {
        // Matsumoto and Nishimura's generator after init_genrand(5489): its first and 10000th output are in the C++ standard.
        var random = new RandomState(5489);
        Assert.Equal(3499211612u, random.NextUInt32());
        for (int i = 0; i < 9998; i++)
        {
            random.NextUInt32();
        }

        Assert.Equal(4123659995u, random.NextUInt32());
    }

    [Theory]
    [InlineData(100, 0.4)]
    [InlineData(100, 0.6)]
    [InlineData(1000, 0.5)]
    [InlineData(20, 0.9)]
    public void Binomial_draws_have_their_probabilities(int trials, double probability)
    {
        const int Draws = 40_000;
        var random = new RandomState(1);
        var counts = new int[trials + 1];
        for (int i = 0; i < Draws; i++)
        {
            counts[random.Binomial(trials, probability)]++;
        }

        // Pearson's statistic over values expected at least ten times; 5 standard deviations are allowed.
        double statistic = 0.0;
        int cells = 0;
        double logMass = trials * Math.Log(1.0 - probability);
        for (int k = 0; k <= trials; k++)
        {
            double expected = Draws * Math.Exp(logMass);
            if (expected >= 10.0)
            {
                statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
                cells++;
            }

            logMass += Math.Log((trials - k) * probability / ((k + 1.0) * (1.0 - probability)));
        }

        Assert.InRange(statistic, 0.2 * cells, cells + (5.0 * Math.Sqrt(2.0 * cells)));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.0)]
    [InlineData(7.5)]
    public void Gamma_draws_have_their_mean_and_variance(double shape)
    {
        var random = new RandomState(2);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => random.Gamma(shape, 2.0))];
        double mean = draws.Average();
        Assert.Equal(1.0, mean / (2.0 * shape), 0.02);
        Assert.Equal(1.0, draws.Average(value => (value - mean) * (value - mean)) / (4.0 * shape), 0.05);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.5, 7.5)]
    [InlineData(3.0, 2.0)]
    public void Beta_draws_have_their_mean_and_variance(double a, double b)
    {
        var random = new RandomState(3);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => random.Beta(a, b))];
        double mean = a / (a + b);
        Assert.Equal(mean, draws.Average(), 0.005);
        Assert.Equal(mean * (1.0 - mean) / (a + b + 1.0), draws.Average(value => (value - mean) * (value - mean)), 0.003);
    }

    [Fact]
    public void Certain_results_take_no_draw()
    {
        var random = new RandomState(4);
        Assert.Equal(5, random.RandInt(5, 6));
        Assert.Equal(0, random.Poisson(0.0));
        Assert.Equal(0, random.Binomial(0, 0.5));
        Assert.Equal(0.0, random.Gamma(0.0));
        Assert.Equal(new RandomState(4).NextDouble(), random.NextDouble());
    }

    [Fact]
    public void The_second_normal_value_survives_other_draws()
    {
        var plain = new RandomState(5);
        plain.NextGaussian();
        double second = plain.NextGaussian();
        var other = new RandomState(5);
        other.NextGaussian();
        other.NextDouble();
        Assert.Equal(second, other.NextGaussian());
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var random = new RandomState(6);
        Assert.Equal("high", Assert.Throws<ArgumentOutOfRangeException>(() => random.RandInt(3, 3)).ParamName);
        Assert.Equal("std", Assert.Throws<ArgumentOutOfRangeException>(() => random.Normal(0.0, -1.0)).ParamName);
        Assert.Equal("lambda", Assert.Throws<ArgumentOutOfRangeException>(() => random.Poisson(-1.0)).ParamName);
        Assert.Equal("probability", Assert.Throws<ArgumentOutOfRangeException>(() => random.Binomial(3, 1.5)).ParamName);
        Assert.StartsWith(
            "3 values do not make whole rows of 2 columns.",
            Assert.Throws<ArgumentException>(() => random.ShuffleRows(new double[3], 2)).Message);
        Assert.StartsWith(
            "The probabilities add up to 0.5, not to 1.",
            Assert.Throws<ArgumentException>(() => random.Choice([0.25, 0.25])).Message);
    }
}
