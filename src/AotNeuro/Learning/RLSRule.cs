using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.Numerics;

namespace AotNeuro.CompilerServices;

/// <summary>
/// The arithmetic of <see cref="RLSAttribute">RLS</see>. With P the estimate of the inverse correlation of the activities r
/// (Nengo's <c>inv_gamma</c>), a step is <c>k = 1 / (1 + r . P r)</c>, <c>P -= (P r)(P r)' k</c>, <c>delta = -k error (P r)'</c>.
/// </summary>
/// <remarks>P starts as the unit matrix times <c>rate dt / n</c>, and stays symmetric to the last bit.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RLSRule
{
    /// <summary>Writes P as it is at the start.</summary>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <param name="neurons">Number of presynaptic neurons, n.</param>
    /// <param name="inverseCorrelation">Receives P, <c>[n, n]</c>.</param>
    public static void Initialize(double learningRate, double dt, int neurons, Span<double> inverseCorrelation)
    {
        inverseCorrelation.Clear();
        for (int i = 0; i < neurons; i++)
        {
            inverseCorrelation[i * neurons + i] = learningRate * dt / neurons;
        }
    }

    /// <summary>Brings P up to date.</summary>
    /// <param name="activities">Filtered activities of the presynaptic neurons, r, <c>[n]</c>.</param>
    /// <param name="inverseCorrelation">P, <c>[n, n]</c>.</param>
    /// <param name="product">Receives <c>P r</c> with P as it was before, <c>[n]</c>.</param>
    /// <returns>k.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Update(ReadOnlySpan<double> activities, Span<double> inverseCorrelation, Span<double> product)
    {
        int neurons = activities.Length;
        for (int i = 0; i < neurons; i++)
        {
            product[i] = VectorLoops.Dot(inverseCorrelation.Slice(i * neurons, neurons), activities);
        }

        double k = 1.0 / (1.0 + VectorLoops.Dot(activities, product[..neurons]));
        for (int i = 0; i < neurons; i++)
        {
            SubtractRow(product[i], k, product[..neurons], inverseCorrelation.Slice(i * neurons, neurons));
        }

        return k;
    }

    /// <summary>The change of the weights: <c>delta[i, j] = (-k error[i]) product[j]</c>.</summary>
    /// <param name="error">The error, <c>[rows]</c>.</param>
    /// <param name="product">What <see cref="Update"/> gave, <c>[n]</c>.</param>
    /// <param name="k">What <see cref="Update"/> returned.</param>
    /// <param name="delta">Receives the change, <c>[rows, n]</c>.</param>
    public static void Delta(ReadOnlySpan<double> error, ReadOnlySpan<double> product, double k, Span<double> delta) =>
        PESRule.Delta(error, product, -k, delta);

    /// <summary>Adds the change to the weights; the same bits as adding <see cref="Delta"/>.</summary>
    /// <param name="error">The error, <c>[rows]</c>.</param>
    /// <param name="product">What <see cref="Update"/> gave, <c>[n]</c>.</param>
    /// <param name="k">What <see cref="Update"/> returned.</param>
    /// <param name="weights">The weights, <c>[rows, n]</c>.</param>
    public static void Apply(ReadOnlySpan<double> error, ReadOnlySpan<double> product, double k, Span<double> weights) =>
        PESRule.Apply(error, product, -k, weights);

    /// <summary><c>row -= (left * right) * k</c>: the two factors first, so that mirrored elements are the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractRow(double left, double k, ReadOnlySpan<double> right, Span<double> row)
    {
        ref double from = ref MemoryMarshal.GetReference(right);
        ref double to = ref MemoryMarshal.GetReference(row);
        int j = 0;
        for (; j <= row.Length - 4; j += 4)
        {
            Vector256<double> change = left * Vector256.LoadUnsafe(ref from, (nuint)j) * k;
            (Vector256.LoadUnsafe(ref to, (nuint)j) - change).StoreUnsafe(ref to, (nuint)j);
        }

        for (; j < row.Length; j++)
        {
            row[j] -= left * right[j] * k;
        }
    }
}
