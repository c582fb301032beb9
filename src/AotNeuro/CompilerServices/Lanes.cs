using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>
/// Eight logical lanes in one, two or four vectors. Sums run in one order whatever the vectors' width:
/// <c>((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7))</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>The sum of eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes) => Sum(lanes.GetLower(), lanes.GetUpper());

    /// <summary>The sum of eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> low, Vector256<double> high)
    {
        Vector256<double> four = low + high;
        return Sum(four.GetLower() + four.GetUpper());
    }

    /// <summary>The sum of eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<double> a, Vector128<double> b, Vector128<double> c, Vector128<double> d) => Sum(a + c + (b + d));

    /// <summary><c>target = matrix . source</c>, row by row, columns in order.</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> source, Span<double> target)
    {
        for (int row = 0; row < target.Length; row++)
        {
            ReadOnlySpan<double> weights = matrix.Slice(row * source.Length, source.Length);
            double sum = 0.0;
            for (int i = 0; i < source.Length; i++)
            {
                sum += weights[i] * source[i];
            }

            target[row] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector128<double> two) => two[0] + two[1];
}
