using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

/// <summary>Every length from nothing to more than two whole vectors, so that each loop's remainder runs.</summary>
public sealed class VectorLoopsTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Elements_get_the_bits_of_plain_arithmetic(int length)
    {
        (double[] a, double[] c) = (Numbers(length, 1), Numbers(length, 3));
        double[] sums = [.. c];
        VectorLoops.AddScaled(0.3, a, sums);
        Assert.Equal(Enumerable.Range(0, length).Select(i => c[i] + (0.3 * a[i])), sums);
        double[] scaled = [.. c];
        VectorLoops.Scale(0.7, scaled);
        Assert.Equal(Enumerable.Range(0, length).Select(i => c[i] * 0.7), scaled);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_scalar_product_is_summed_in_eight_lanes(int length)
    {
        (double[] a, double[] b) = (Numbers(length, 1), Numbers(length, 2));
        var lanes = new double[8];
        int whole = length / 8 * 8;
        for (int i = 0; i < whole; i++)
        {
            lanes[i % 8] += a[i] * b[i];
        }

        double sum = ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
        for (int i = whole; i < length; i++)
        {
            sum += a[i] * b[i];
        }

        Assert.Equal(sum, VectorLoops.Dot(a, b));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void One_number_is_found_wherever_it_is(int length)
    {
        double[] values = Numbers(length, 1);
        Assert.Equal(-1, VectorLoops.IndexOfNonFinite(values));
        for (int i = 0; i < length; i++)
        {
            double[] other = [.. values];
            other[i] = 5.0;
            Assert.Equal(5.0, VectorLoops.Max(other));
            foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            {
                other[i] = bad;
                Assert.Equal(i, VectorLoops.IndexOfNonFinite(other));
            }
        }
    }

    private static double[] Numbers(int count, int seed)
    {
        System.Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}
