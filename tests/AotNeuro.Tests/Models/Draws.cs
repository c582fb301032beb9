using AotNeuro.Random;

namespace AotNeuro.Tests.Models;

/// <summary>Matrices of the reference models, as NumPy's generator draws them.</summary>
internal static class Draws
{
    /// <summary>Normal numbers times a factor.</summary>
    public static double[,] Normal(int seed, int rows, int columns, double scale)
    {
        var random = new RandomState((uint)seed);
        return Fill(rows, columns, () => random.Normal(0.0, 1.0) * scale);
    }

    /// <summary>Uniform numbers.</summary>
    public static double[,] Uniform(int seed, int rows, int columns, double high)
    {
        var random = new RandomState((uint)seed);
        return Fill(rows, columns, () => random.Uniform(0.0, high));
    }

    /// <summary>One number everywhere.</summary>
    public static double[,] Constant(int rows, int columns, double value) => Fill(rows, columns, () => value);

    /// <summary>The normal numbers of a convolution's kernel.</summary>
    public static double[,,,] Kernel(int seed, int height, int width, int channels, int filters)
    {
        var random = new RandomState((uint)seed);
        var kernel = new double[height, width, channels, filters];
        for (int i = 0; i < kernel.Length; i++)
        {
            kernel[i / (width * channels * filters), i / (channels * filters) % width, i / filters % channels, i % filters] = random.Normal(0.0, 1.0);
        }

        return kernel;
    }

    private static double[,] Fill(int rows, int columns, Func<double> next)
    {
        var matrix = new double[rows, columns];
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i / columns, i % columns] = next();
        }

        return matrix;
    }
}
