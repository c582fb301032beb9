using System.ComponentModel;
using System.Runtime.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro.CompilerServices;

/// <summary>
/// The arithmetic of <see cref="BCMAttribute">BCM</see>: <c>delta[i, j] = ((alpha post[i]) (post[i] - theta[i])) pre[j]</c> with
/// <c>alpha = rate dt</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BCMRule
{
    /// <summary>The change of the weights.</summary>
    /// <param name="pre">Filtered activities of the presynaptic neurons, <c>[n]</c>.</param>
    /// <param name="post">Filtered activities of the postsynaptic neurons, <c>[rows]</c>.</param>
    /// <param name="theta">Their activities in the long run, <c>[rows]</c>: the unfiltered ones through the theta synapse.</param>
    /// <param name="alpha"><c>rate dt</c>.</param>
    /// <param name="delta">Receives the change, <c>[rows, n]</c>.</param>
    public static void Delta(
        ReadOnlySpan<double> pre, ReadOnlySpan<double> post, ReadOnlySpan<double> theta, double alpha, Span<double> delta)
    {
        for (int i = 0; i < post.Length; i++)
        {
            OuterProduct.SetRow(alpha * post[i] * (post[i] - theta[i]), pre, delta.Slice(i * pre.Length, pre.Length));
        }
    }

    /// <summary>Adds the change to the weights; the same bits as adding <see cref="Delta"/>.</summary>
    /// <param name="pre">Filtered activities of the presynaptic neurons, <c>[n]</c>.</param>
    /// <param name="post">Filtered activities of the postsynaptic neurons, <c>[rows]</c>.</param>
    /// <param name="theta">Their activities in the long run, <c>[rows]</c>: the unfiltered ones through the theta synapse.</param>
    /// <param name="alpha"><c>rate dt</c>.</param>
    /// <param name="weights">The weights, <c>[rows, n]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(
        ReadOnlySpan<double> pre, ReadOnlySpan<double> post, ReadOnlySpan<double> theta, double alpha, Span<double> weights)
    {
        for (int i = 0; i < post.Length; i++)
        {
            VectorLoops.AddScaled(alpha * post[i] * (post[i] - theta[i]), pre, weights.Slice(i * pre.Length, pre.Length));
        }
    }
}
