using AotNeuro.Random;

namespace AotNeuro.Numerics;

/// <summary>
/// The inverse in y of the regularised incomplete beta function I(y; n/2, 1/2), read from a table by linear interpolation.
/// </summary>
/// <remarks>
/// Nengo's default mapping to a sphere reads this table, and its error of up to 4e-3 is part of what its points are. The table is
/// computed here, a row when it is first needed: for n of 1 to 25 and 25 more in equal ratios up to 1000, at 200 abscissae,
/// 40 evenly spaced and the values of the function at 160 evenly spaced y. Values that coincide are made up for by draws
/// of one generator with seed 0, which the rows share.
/// </remarks>
internal static class InverseBetaTable
{
    private const int Points = 200;
    private const int EvenPoints = 40;
    private const int FunctionPoints = Points - EvenPoints;

    private static readonly int[] RowDimensions =
    [
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 30, 35, 41, 48,
        56, 65, 75, 88, 102, 119, 138, 161, 188, 219, 254, 296, 345, 402, 468, 544, 634, 738, 859, 1000,
    ];

    private static readonly Curve?[] Rows = new Curve?[RowDimensions.Length];

    /// <summary>The dimensions n that have a row.</summary>
    public static ReadOnlySpan<int> Dimensions => RowDimensions;

    /// <summary>The row of <see cref="Dimensions"/> at an index.</summary>
    public static Curve Row(int row)
    {
        // Two threads that need it at once compute the same.
        if (Volatile.Read(ref Rows[row]) is { } known)
        {
            return known;
        }

        Curve computed = ComputeRow(row);
        Volatile.Write(ref Rows[row], computed);
        return computed;
    }

    /// <summary>The curve for a dimension: a row, between rows a mixture of two, above 1000 the last.</summary>
    public static Curve For(int dimension)
    {
        int row = Array.BinarySearch(RowDimensions, dimension);
        if (row >= 0)
        {
            return Row(row);
        }

        int next = ~row;
        if (next == RowDimensions.Length)
        {
            return Row(next - 1);
        }

        int below = RowDimensions[next - 1];
        double weight = (dimension - below) / (double)(RowDimensions[next] - below);
        return Mix(Row(next - 1), Row(next), weight);
    }

    private static Curve Mix(Curve first, Curve second, double weight)
    {
        var mixed = new Curve();
        for (int i = 0; i < Points; i++)
        {
            double x = ((1.0 - weight) * first.X[i]) + (weight * second.X[i]);
            mixed.X[i] = x;
            mixed.Y[i] = ((1.0 - weight) * first.At(x)) + (weight * second.At(x));
        }

        return mixed;
    }

    private static Curve ComputeRow(int row)
    {
        var beta = new RegularizedBeta(RowDimensions[row], 1);
        var curve = new Curve();
        int count = 0;
        for (int i = 0; i < FunctionPoints; i++)
        {
            double y = FunctionPoint(i);
            double x = beta.Value(y);

            // At the smallest abscissa several y may be lost to underflow: the inverse of 0 is 0.
            count += curve.TryInsert(count, x, x == 0.0 ? 0.0 : y) ? 1 : 0;
        }

        for (int i = 0; i < EvenPoints; i++)
        {
            double x = i == EvenPoints - 1 ? 1.0 : i * (1.0 / (EvenPoints - 1));
            count += curve.TryInsert(count, x, beta.Inverse(x)) ? 1 : 0;
        }

        var random = new RandomState(0);
        for (int i = 0; i < row; i++)
        {
            Skip(random, LostPoints(RowDimensions[i]));
        }

        while (count < Points)
        {
            double x = random.NextDouble();
            count += curve.TryInsert(count, x, beta.Inverse(x)) ? 1 : 0;
        }

        return curve;
    }

    /// <summary>How many of a row's values underflow to the 0 that is among the evenly spaced abscissae.</summary>
    private static int LostPoints(int dimension)
    {
        var beta = new RegularizedBeta(dimension, 1);
        int count = 0;
        while (beta.Value(FunctionPoint(count)) == 0.0)
        {
            count++;
        }

        return count;
    }

    private static double FunctionPoint(int index)
    {
        const double Start = 1e-16;
        const double Stop = 1.0 - 1e-7;
        return index == FunctionPoints - 1 ? Stop : (index * ((Stop - Start) / (FunctionPoints - 1))) + Start;
    }

    private static void Skip(RandomState random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            random.NextDouble();
        }
    }

    /// <summary>A curve through <see cref="Points"/> points.</summary>
    internal sealed class Curve
    {
        /// <summary>Abscissae, in rising order.</summary>
        public double[] X { get; } = new double[Points];

        /// <summary>Ordinates.</summary>
        public double[] Y { get; } = new double[Points];

        /// <summary>Its value at <paramref name="x"/>.</summary>
        public double At(double x) => Interpolation.Linear(x, X, Y);

        /// <summary>Puts a point among the first ones at its place, unless there is one with that abscissa.</summary>
        /// <param name="count">How many there are.</param>
        /// <param name="x">Its abscissa.</param>
        /// <param name="y">Its ordinate.</param>
        public bool TryInsert(int count, double x, double y)
        {
            int place = count;
            while (place > 0 && X[place - 1] >= x)
            {
                place--;
            }

            if (place < count && X[place] == x)
            {
                return false;
            }

            Array.Copy(X, place, X, place + 1, count - place);
            Array.Copy(Y, place, Y, place + 1, count - place);
            (X[place], Y[place]) = (x, y);
            return true;
        }
    }
}
