using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>
/// The arithmetic of <see cref="OjaAttribute">Oja's rule</see>:
/// <c>delta[i, j] = (-beta weights[i, j]) ((alpha post[i]) post[i]) + (alpha post[i]) pre[j]</c> with <c>alpha = rate dt</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OjaRule
{
    /// <summary>The change of the weights.</summary>
    /// <param name="pre">Filtered activities of the presynaptic neurons, <c>[n]</c>.</param>
    /// <param name="post">Filtered activities of the postsynaptic neurons, <c>[rows]</c>.</param>
    /// <param name="weights">The weights, <c>[rows, n]</c>.</param>
    /// <param name="alpha"><c>rate dt</c>.</param>
    /// <param name="beta">How fast weights are forgotten; 0 is Hebb's rule.</param>
    /// <param name="delta">Receives the change, <c>[rows, n]</c>.</param>
    public static void Delta(
        ReadOnlySpan<double> pre,
        ReadOnlySpan<double> post,
        ReadOnlySpan<double> weights,
        double alpha,
        double beta,
        Span<double> delta)
    {
        for (int i = 0; i < post.Length; i++)
        {
            (int start, double learned) = (i * pre.Length, alpha * post[i]);
            DeltaRow(pre, weights.Slice(start, pre.Length), learned, learned * post[i], -beta, delta.Slice(start, pre.Length));
        }
    }

    /// <summary>Adds the change to the weights; the same bits as adding <see cref="Delta"/>.</summary>
    /// <param name="pre">Filtered activities of the presynaptic neurons, <c>[n]</c>.</param>
    /// <param name="post">Filtered activities of the postsynaptic neurons, <c>[rows]</c>.</param>
    /// <param name="alpha"><c>rate dt</c>.</param>
    /// <param name="beta">How fast weights are forgotten; 0 is Hebb's rule.</param>
    /// <param name="weights">The weights, <c>[rows, n]</c>.</param>
    public static void Apply(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, double alpha, double beta, Span<double> weights)
    {
        for (int i = 0; i < post.Length; i++)
        {
            double learned = alpha * post[i];
            AddRow(pre, learned, learned * post[i], -beta, weights.Slice(i * pre.Length, pre.Length));
        }
    }

    private static void DeltaRow(
        ReadOnlySpan<double> pre, ReadOnlySpan<double> weights, double learned, double forgotten, double beta, Span<double> delta)
    {
        ref double x = ref MemoryMarshal.GetReference(pre);
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double to = ref MemoryMarshal.GetReference(delta);
        int j = 0;
        for (; j <= delta.Length - 4; j += 4)
        {
            Vector256<double> old = Vector256.LoadUnsafe(ref w, (nuint)j);
            Vector256<double> change = beta * old * forgotten + learned * Vector256.LoadUnsafe(ref x, (nuint)j);
            change.StoreUnsafe(ref to, (nuint)j);
        }

        for (; j < delta.Length; j++)
        {
            delta[j] = beta * weights[j] * forgotten + learned * pre[j];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow(ReadOnlySpan<double> pre, double learned, double forgotten, double beta, Span<double> weights)
    {
        ref double x = ref MemoryMarshal.GetReference(pre);
        ref double w = ref MemoryMarshal.GetReference(weights);
        int j = 0;
        for (; j <= weights.Length - 4; j += 4)
        {
            Vector256<double> old = Vector256.LoadUnsafe(ref w, (nuint)j);
            Vector256<double> change = beta * old * forgotten + learned * Vector256.LoadUnsafe(ref x, (nuint)j);
            (old + change).StoreUnsafe(ref w, (nuint)j);
        }

        for (; j < weights.Length; j++)
        {
            weights[j] += beta * weights[j] * forgotten + learned * pre[j];
        }
    }
}
