namespace AotNeuro.Numerics;

/// <summary>The exponential of a square matrix.</summary>
/// <remarks>
/// Scaling and squaring with the [13/13] Padé approximant (Higham, SIAM J. Matrix Anal. Appl. 26, 2005), after the matrix is
/// balanced by powers of two (Parlett and Reinsch, Numer. Math. 13, 1969): a filter's companion matrix with short time
/// constants has entries of very different sizes, and without balancing its norm would ask for so many squarings that digits
/// get lost.
/// </remarks>
internal static class MatrixExponential
{
    /// <summary>Up to this norm the approximant is exact to double precision.</summary>
    private const double LargestNorm = 5.371920351148152;

    private static readonly double[] Coefficients =
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600, 670442572800,
        33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    ];

    /// <summary>The exponential; values that are not finite where it overflows.</summary>
    /// <param name="matrix">Square; it is left as it was.</param>
    public static double[,] Of(double[,] matrix)
    {
        var scaled = (double[,])matrix.Clone();
        double[] scales = Balance(scaled);
        int squarings = 0;
        double factor = 1.0;
        for (double norm = Norm(scaled); norm > LargestNorm && double.IsFinite(norm); norm *= 0.5)
        {
            squarings++;
            factor *= 0.5;
        }

        int size = scaled.GetLength(0);
        var reduced = new double[size, size];
        DenseMatrix.AddScaled(factor, scaled, reduced);

        // The exponential less one, e, keeps the digits of short steps. Squaring it: (e + 1)^2 - 1 = e^2 + 2 e.
        double[,] result = ApproximantLessOne(reduced);
        for (int i = 0; i < squarings; i++)
        {
            double[,] square = DenseMatrix.Multiply(result, result);
            DenseMatrix.AddScaled(2.0, result, square);
            result = square;
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                result[i, j] *= scales[i] / scales[j];
            }

            result[i, i] += 1.0;
        }

        return result;
    }

    /// <summary>The approximant p(x) / p(-x) less one: twice the odd part of p over p(-x).</summary>
    private static double[,] ApproximantLessOne(double[,] x)
    {
        int size = x.GetLength(0);
        double[,] square = DenseMatrix.Multiply(x, x);
        double[,] power = DenseMatrix.Identity(size);
        var even = new double[size, size];
        var odd = new double[size, size];
        for (int i = 0; i < Coefficients.Length; i += 2)
        {
            DenseMatrix.AddScaled(Coefficients[i], power, even);
            DenseMatrix.AddScaled(Coefficients[i + 1], power, odd);
            power = DenseMatrix.Multiply(power, square);
        }

        odd = DenseMatrix.Multiply(x, odd);
        DenseMatrix.AddScaled(-1.0, odd, even);
        DenseMatrix.AddScaled(1.0, odd, odd);
        return DenseMatrix.Solve(even, odd);
    }

    /// <summary>
    /// Makes rows and columns of like size: <c>x[i, j] * scale[j] / scale[i]</c>. Returns the scales, powers of two.
    /// </summary>
    private static double[] Balance(double[,] x)
    {
        int size = x.GetLength(0);
        var scales = new double[size];
        Array.Fill(scales, 1.0);
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = 0; i < size; i++)
            {
                double scale = ScaleOf(x, i);
                if (scale != 1.0)
                {
                    changed = true;
                    scales[i] *= scale;
                    for (int j = 0; j < size; j++)
                    {
                        x[i, j] /= scale;
                        x[j, i] *= scale;
                    }
                }
            }
        }

        return scales;
    }

    /// <summary>The power of two that makes a column and its row of like size; 1 if that gains little.</summary>
    private static double ScaleOf(double[,] x, int index)
    {
        double column = 0.0;
        double row = 0.0;
        for (int j = 0; j < x.GetLength(0); j++)
        {
            column += j == index ? 0.0 : Math.Abs(x[j, index]);
            row += j == index ? 0.0 : Math.Abs(x[index, j]);
        }

        if (!(column > 0.0 && row > 0.0 && double.IsFinite(column + row)))
        {
            return 1.0;
        }

        double scale = 1.0;
        double before = column + row;
        for (; column < row / 2.0; column *= 2.0, row /= 2.0)
        {
            scale *= 2.0;
        }

        for (; column >= row * 2.0; column /= 2.0, row *= 2.0)
        {
            scale /= 2.0;
        }

        return column + row < 0.95 * before ? scale : 1.0;
    }

    /// <summary>The largest sum of a column's magnitudes.</summary>
    private static double Norm(double[,] x)
    {
        double norm = 0.0;
        for (int j = 0; j < x.GetLength(1); j++)
        {
            double sum = 0.0;
            for (int i = 0; i < x.GetLength(0); i++)
            {
                sum += Math.Abs(x[i, j]);
            }

            norm = Math.Max(norm, sum);
        }

        return norm;
    }
}
