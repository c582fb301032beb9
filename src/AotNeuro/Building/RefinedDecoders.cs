using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>
/// The default solver's equations for very large ensembles, factored in single precision, which takes half the time and memory, and solved in
/// double: the factor turns what is left of the equations, found from rates in double precision, into a correction that makes it about a
/// thousand times smaller. The decoders have no larger errors than those of a factorisation in double precision.
/// </summary>
/// <remarks>
/// J. H. Wilkinson, "Rounding errors in algebraic processes" (1963); N. J. Higham, "Accuracy and stability of numerical algorithms", chapter 12
/// (2002). Products of rates are never rounded twice into the result: single precision decides how fast it is found, not what is found.
/// </remarks>
internal static class RefinedDecoders
{
    /// <summary>Corrections that are expected to change no decoder by more than this share of its column's largest are left out.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>A correction that is not this much smaller than the one before tells of equations that need double precision.</summary>
    private const double SlowestRate = 0.1;

    /// <summary>Finds the decoders, if single precision leads to them quickly.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="blocks">The rates.</param>
    /// <param name="regularization">The solver's regularization.</param>
    /// <param name="targets">Wanted values, <c>[points, columns]</c>.</param>
    /// <param name="decoders">Receives the decoders, <c>[neurons, columns]</c>.</param>
    /// <returns>
    /// Root mean square errors, one per column, of decoders that lack the last, tiny correction; null where another way must be taken.
    /// </returns>
    /// <exception cref="BuildException">Rates are not finite, or all zero.</exception>
    public static double[]? TrySolve(string name, RateBlocks blocks, double regularization, double[] targets, double[] decoders)
    {
        int columns = targets.Length / blocks.Points;
        using var system = new LinearSystem<float>(blocks.Neurons, columns);
        double highest = blocks.AddTo(system, targets);
        Activities.CheckNotSilent(name, highest != 0.0);
        double sigma = regularization * highest;
        system.AddNoise(blocks.Points, [sigma]);
        var correction = new float[decoders.Length];
        if (TryFactor(system, correction, blocks.Cancellation) is not { } inverses)
        {
            return null;
        }

        double[] scales = new double[columns];
        Array.Fill(scales, 1.0);
        Array.Clear(decoders);
        double share = Add(correction, scales, decoders);
        while (true)
        {
            double[] residuals = Array.ConvertAll(decoders, decoder => -(blocks.Points * (sigma * sigma)) * decoder);
            double[] errors = SubtractErrors(blocks, targets, decoders, residuals);
            Round(residuals, scales, correction);
            Cholesky.SolveAgain<float>(system, inverses, correction);
            double next = Add(correction, scales, decoders);
            if (next * next <= Tolerance * share)
            {
                return errors;
            }

            // What is not a number is not small enough either.
            if (!(next <= SlowestRate * share))
            {
                return null;
            }

            share = next;
        }
    }

    private static float[]? TryFactor(LinearSystem<float> system, float[] solution, CancellationToken cancellation)
    {
        try
        {
            return Cholesky.Solve<float>(system, solution, cancellation);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    /// <summary>Subtracts from the residuals what the decoders' errors, weighted with the rates, come to: <c>A' (A D - Y)</c>.</summary>
    /// <returns>Root mean square errors.</returns>
    private static double[] SubtractErrors(RateBlocks blocks, double[] targets, double[] decoders, double[] residuals)
    {
        int columns = targets.Length / blocks.Points;
        using var rateStrips = new PackedStrips<double>(PackedStrips<double>.CountFor(blocks.Neurons), LinearSystem.BlockDepth);
        using var errorStrips = new PackedStrips<double>(PackedStrips<double>.CountFor(columns), LinearSystem.BlockDepth);
        return blocks.FindErrors(targets, decoders, (errors, rates) =>
        {
            rateStrips.PackColumns(rates, 0, rates.Rows, 0);
            errorStrips.PackColumns(errors, 0, errors.Rows, 0);
            int depth = rates.Rows;
            int strips = PackedStrips<double>.CountFor(blocks.Neurons);
            Workers.ForEach((double)rates.Values.Length * columns, strips, strip =>
                SubtractProducts(rateStrips[strip], errorStrips, depth, columns, residuals.AsSpan(strip * PackedStrips<double>.Width * columns)));
        });
    }

    /// <summary>Subtracts the products of a strip of neurons with all errors.</summary>
    private static void SubtractProducts(Span<double> rates, PackedStrips<double> errors, int depth, int columns, Span<double> residuals)
    {
        int width = PackedStrips<double>.Width;
        Span<double> tile = stackalloc double[width * width];
        for (int first = 0; first < columns; first += width)
        {
            tile.Clear();
            Tile.AddProduct(ref rates[0], ref errors[first / width][0], depth, 1.0, ref tile[0], width);
            for (int row = 0; row < width && row * columns < residuals.Length; row++)
            {
                for (int i = first; i < Math.Min(first + width, columns); i++)
                {
                    residuals[row * columns + i] -= tile[row * width + i - first];
                }
            }
        }
    }

    /// <summary>Rounds residuals to single precision, each column divided by its largest, so that none is too small for it.</summary>
    private static void Round(double[] residuals, double[] scales, float[] rounded)
    {
        Array.Clear(scales);
        for (int i = 0; i < residuals.Length; i++)
        {
            ref double scale = ref scales[i % scales.Length];
            scale = Math.Max(scale, Math.Abs(residuals[i]));
        }

        for (int i = 0; i < residuals.Length; i++)
        {
            double scale = scales[i % scales.Length];
            rounded[i] = scale == 0.0 ? 0.0f : (float)(residuals[i] / scale);
        }
    }

    /// <summary>Adds a correction, multiplied by its columns' scales.</summary>
    /// <returns>The largest correction as a share of its column's largest decoder, of the column where it is the most.</returns>
    private static double Add(float[] correction, double[] scales, double[] decoders)
    {
        int columns = scales.Length;
        double share = 0.0;
        for (int column = 0; column < columns; column++)
        {
            (double most, double largest) = (0.0, 0.0);
            for (int i = column; i < decoders.Length; i += columns)
            {
                double change = correction[i] * scales[column];
                decoders[i] += change;
                (most, largest) = (Math.Max(most, Math.Abs(change)), Math.Max(largest, Math.Abs(decoders[i])));
            }

            share = Math.Max(share, most == 0.0 ? 0.0 : most / largest);
        }

        return share;
    }
}
