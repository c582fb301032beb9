using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.Learning;

/// <summary>
/// The rules against small cases computed by hand (all numbers are exact in binary), and against their formulas over random sizes,
/// to the last bit.
/// </summary>
public sealed class LearningRuleTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 2, 3 }, { 3, 4 }, { 1, 7 }, { 5, 8 }, { 4, 13 }, { 9, 30 } };

    [Fact]
    public void PES_by_hand()
    {
        var delta = new double[6];
        PESRule.Delta([2.0, -4.0], [1.0, 0.5, 8.0], -0.25, delta);
        Assert.Equal([-0.5, -0.25, -4.0, 1.0, 0.5, 8.0], delta);
        double[] weights = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        PESRule.Apply([2.0, -4.0], [1.0, 0.5, 8.0], -0.25, weights);
        Assert.Equal([0.5, 1.75, -1.0, 5.0, 5.5, 14.0], weights);
    }

    /// <summary>Decoding, filter and change in one pass, against the three one after the other.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void PES_decodes_filters_and_learns_in_one_pass(int rows, int n)
    {
        var random = new RandomState(2);
        double[] output = Values(random, n);
        double[] error = Values(random, rows);
        double[] activities = Values(random, n);
        double[] weights = Values(random, rows * n);

        double[] expectedActivities = [.. activities];
        double[] expectedWeights = [.. weights];
        var expected = new double[rows];
        Lanes.Multiply(weights, output, expected);
        Lanes.Lowpass(0.8, 0.2, output, expectedActivities);
        PESRule.Apply(error, expectedActivities, -0.01, expectedWeights);

        var decoded = new double[rows];
        PESRule.Decode(output, 0.8, 0.2, activities, error, -0.01, weights, decoded);
        Assert.Equal(expected, decoded);
        Assert.Equal(expectedActivities, activities);
        Assert.Equal(expectedWeights, weights);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void PES_is_its_formula(int rows, int n)
    {
        var random = new RandomState(1);
        double[] error = Values(random, rows);
        double[] activities = Values(random, n);
        double[] weights = Values(random, rows * n);
        double[] expected = Outer(rows, n, (i, j) => -0.01 * error[i] * activities[j]);

        var delta = new double[rows * n];
        PESRule.Delta(error, activities, -0.01, delta);
        Assert.Equal(expected, delta);
        double[] sum = Sum(weights, expected);
        PESRule.Apply(error, activities, -0.01, weights);
        Assert.Equal(sum, weights);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 8)]
    [InlineData(5, 21)]
    public void The_local_error_is_encoders_times_error(int dimensions, int neurons)
    {
        var random = new RandomState(2);
        double[] encoders = Values(random, neurons * dimensions);
        double[] error = Values(random, dimensions);
        var expected = new double[Padded(neurons)];
        for (int i = 0; i < neurons; i++)
        {
            for (int d = 0; d < dimensions; d++)
            {
                expected[i] += encoders[i * dimensions + d] * error[d];
            }
        }

        var local = new double[Padded(neurons)];
        PESRule.Encode(Interleaved(encoders, neurons, dimensions), error, local);
        Assert.Equal(expected, local);
    }

    /// <summary>As if the error were 0 in the other dimensions.</summary>
    [Theory]
    [InlineData(3, 8, 1, 1)]
    [InlineData(5, 21, 0, 2)]
    [InlineData(5, 21, 2, 3)]
    public void The_local_error_of_some_dimensions_leaves_out_the_others(int dimensions, int neurons, int first, int count)
    {
        var random = new RandomState(3);
        double[] encoders = Interleaved(Values(random, neurons * dimensions), neurons, dimensions);
        double[] error = Values(random, count);
        var whole = new double[dimensions];
        error.CopyTo(whole, first);
        double[] expected = new double[Padded(neurons)], local = new double[Padded(neurons)];
        PESRule.Encode(encoders, whole, expected);
        PESRule.Encode(encoders, dimensions, first, error, local);
        Assert.Equal(expected, local);
    }

    [Fact]
    public void BCM_by_hand()
    {
        var delta = new double[4];
        BCMRule.Delta([1.0, 2.0], [4.0, 0.5], [2.0, 1.0], 0.5, delta);
        Assert.Equal([4.0, 8.0, -0.125, -0.25], delta);
        double[] weights = [1.0, 1.0, 1.0, 1.0];
        BCMRule.Apply([1.0, 2.0], [4.0, 0.5], [2.0, 1.0], 0.5, weights);
        Assert.Equal([5.0, 9.0, 0.875, 0.75], weights);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void BCM_is_its_formula(int rows, int n)
    {
        var random = new RandomState(3);
        double[] pre = Values(random, n);
        double[] post = Values(random, rows);
        double[] theta = Values(random, rows);
        double[] weights = Values(random, rows * n);
        double[] expected = Outer(rows, n, (i, j) => 1e-3 * post[i] * (post[i] - theta[i]) * pre[j]);

        var delta = new double[rows * n];
        BCMRule.Delta(pre, post, theta, 1e-3, delta);
        Assert.Equal(expected, delta);
        double[] sum = Sum(weights, expected);
        BCMRule.Apply(pre, post, theta, 1e-3, weights);
        Assert.Equal(sum, weights);
    }

    [Fact]
    public void Oja_by_hand()
    {
        var delta = new double[4];
        OjaRule.Delta([1.0, 2.0], [4.0, 2.0], [0.5, 1.0, 2.0, 0.25], 0.5, 0.25, delta);
        Assert.Equal([1.0, 2.0, 0.0, 1.875], delta);
        double[] weights = [0.5, 1.0, 2.0, 0.25];
        OjaRule.Apply([1.0, 2.0], [4.0, 2.0], 0.5, 0.25, weights);
        Assert.Equal([1.5, 3.0, 2.0, 2.125], weights);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Oja_is_its_formula(int rows, int n)
    {
        var random = new RandomState(4);
        double[] pre = Values(random, n);
        double[] post = Values(random, rows);
        double[] weights = Values(random, rows * n);
        (double alpha, double beta) = (1e-3, 0.7);
        double[] expected =
            Outer(rows, n, (i, j) => -beta * weights[i * n + j] * (alpha * post[i] * post[i]) + alpha * post[i] * pre[j]);

        var delta = new double[rows * n];
        OjaRule.Delta(pre, post, weights, alpha, beta, delta);
        Assert.Equal(expected, delta);
        double[] sum = Sum(weights, expected);
        OjaRule.Apply(pre, post, alpha, beta, weights);
        Assert.Equal(sum, weights);
    }

    [Fact]
    public void Voja_by_hand()
    {
        // Two neurons, two dimensions; six neurons of the block do not exist.
        double[] encoders = Interleaved([1.0, 2.0, -1.0, 0.5], 2, 2);
        double[] expected = Interleaved([0.25 * (24 - 4), 0.25 * (-8 - 8), 0.25 * (12 + 1), 0.25 * (-4 - 0.5)], 2, 2);
        double[] post = [4.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        double[] scale = [2.0, 4.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];

        var delta = new double[16];
        VojaRule.Delta(post, scale, [3.0, -1.0], 0.5, 0.5, encoders, delta);
        Assert.Equal(expected, delta);
        double[] sum = Sum(encoders, expected);
        VojaRule.Apply(post, scale, [3.0, -1.0], 0.5, 0.5, encoders);
        Assert.Equal(sum, encoders);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 8)]
    [InlineData(5, 21)]
    public void Voja_is_its_formula(int dimensions, int neurons)
    {
        var random = new RandomState(5);
        double[] post = Values(random, neurons);
        double[] scale = Values(random, neurons);
        double[] x = Values(random, dimensions);
        double[] encoders = Values(random, neurons * dimensions);
        (double alpha, double learning) = (1e-3, 0.3);
        double[] expected = Outer(neurons, dimensions, (i, d) =>
            alpha * learning * (scale[i] * (post[i] * x[d]) - post[i] * encoders[i * dimensions + d]));

        Array.Resize(ref post, Padded(neurons));
        Array.Resize(ref scale, Padded(neurons));
        double[] interleaved = Interleaved(encoders, neurons, dimensions);
        var delta = new double[interleaved.Length];
        VojaRule.Delta(post, scale, x, alpha, learning, interleaved, delta);
        Assert.Equal(Interleaved(expected, neurons, dimensions), delta);
        VojaRule.Apply(post, scale, x, alpha, learning, interleaved);
        Assert.Equal(Interleaved(Sum(encoders, expected), neurons, dimensions), interleaved);
    }

    [Fact]
    public void RLS_by_hand()
    {
        var p = new double[4];
        RLSRule.Initialize(4.0, 0.5, 2, p);
        Assert.Equal([1.0, 0.0, 0.0, 1.0], p);

        // P r = (3, 1) and r . P r = 3, so k = 1/4.
        p = [3.0, 1.0, 1.0, 3.0];
        var product = new double[2];
        double k = RLSRule.Update([1.0, 0.0], p, product);
        Assert.Equal([3.0, 1.0], product);
        Assert.Equal(0.25, k);
        Assert.Equal([0.75, 0.25, 0.25, 2.75], p);

        var delta = new double[4];
        RLSRule.Delta([2.0, -4.0], product, k, delta);
        Assert.Equal([-1.5, -0.5, 3.0, 1.0], delta);
        double[] weights = [1.0, 1.0, 1.0, 1.0];
        RLSRule.Apply([2.0, -4.0], product, k, weights);
        Assert.Equal([-0.5, 0.5, 4.0, 2.0], weights);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void RLS_keeps_the_inverse_of_the_correlation(int n)
    {
        // P(t) = (P(0)^-1 + sum of r r')^-1, so P(t) times that matrix is the unit matrix.
        var random = new RandomState(6);
        var p = new double[n * n];
        RLSRule.Initialize(0.5, 2.0, n, p);
        double[] correlation = Outer(n, n, (i, j) => i == j ? n : 0.0);
        var product = new double[n];
        for (int step = 0; step < 50; step++)
        {
            double[] r = Values(random, n);
            RLSRule.Update(r, p, product);
            correlation = Sum(correlation, Outer(n, n, (i, j) => r[i] * r[j]));
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double unit = Enumerable.Range(0, n).Sum(m => p[i * n + m] * correlation[m * n + j]);
                Assert.Equal(i == j ? 1.0 : 0.0, unit, 1e-12);
                Assert.Equal(p[i * n + j], p[j * n + i]);
            }
        }
    }

    [Fact]
    public void Rules_allocate_nothing()
    {
        double[] eight = new double[8], matrix = new double[64];
        long before = 0;
        for (int round = 0; round < 2; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            PESRule.Apply(eight, eight, 1.0, matrix);
            PESRule.Encode(matrix, eight, eight);
            RLSRule.Apply(eight, eight, RLSRule.Update(eight, matrix, eight), matrix);
            BCMRule.Apply(eight, eight, eight, 1.0, matrix);
            OjaRule.Apply(eight, eight, 1.0, 1.0, matrix);
            VojaRule.Apply(eight, eight, eight, 1.0, 1.0, matrix);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double[] Values(RandomState random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextGaussian())];

    private static double[] Outer(int rows, int columns, Func<int, int, double> element) =>
        [.. Enumerable.Range(0, rows * columns).Select(i => element(i / columns, i % columns))];

    private static double[] Sum(double[] first, double[] second) => [.. first.Zip(second, (a, b) => a + b)];

    private static int Padded(int neurons) => (neurons + 7) / 8 * 8;

    /// <summary>The arena's layout, <c>[block][dimension][8 lanes]</c>.</summary>
    private static double[] Interleaved(double[] encoders, int neurons, int dimensions)
    {
        var result = new double[Padded(neurons) * dimensions];
        for (int i = 0; i < encoders.Length; i++)
        {
            (int neuron, int d) = (i / dimensions, i % dimensions);
            result[neuron / 8 * 8 * dimensions + d * 8 + neuron % 8] = encoders[i];
        }

        return result;
    }
}
