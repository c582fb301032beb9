namespace AotNeuro.Tests.Building;

/// <summary>Least squares problems, and what there is to be said of solutions.</summary>
internal static class Problems
{
    /// <summary>Rates-like numbers up to 400: half of them 0.</summary>
    public static double[] Rates(int points, int neurons) =>
        [.. Numbers(points * neurons, points + neurons).Select(value => 400.0 * Math.Max(value, 0.0))];

    /// <summary>Numbers from -1 to 1.</summary>
    public static double[] Numbers(int count, int seed)
    {
        System.Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2.0 * random.NextDouble()) - 1.0)];
    }

    /// <summary><c>matrix . solution - sides</c>.</summary>
    public static double[] Residual(double[] matrix, int rows, int columns, double[] solution, double[] sides, int size)
    {
        double[] residual = [.. sides.Select(value => -value)];
        for (int i = 0; i < rows * size; i++)
        {
            residual[i] += Enumerable.Range(0, columns).Sum(k => matrix[(i / size * columns) + k] * solution[(k * size) + (i % size)]);
        }

        return residual;
    }

    /// <summary>Fails unless two arrays agree, relative to the largest number.</summary>
    public static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        double size = expected.Max(Math.Abs);
        double largest = expected.Zip(actual, (first, second) => Math.Abs(first - second)).Max();
        Assert.True(largest <= tolerance * size, $"off by {largest / size:e2} of the largest");
    }
}
