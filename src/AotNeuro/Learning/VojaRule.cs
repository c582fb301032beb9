using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>
/// The arithmetic of <see cref="VojaAttribute">Voja</see>:
/// <c>delta[i, d] = (alpha learning) (scale[i] (post[i] x[d]) - post[i] encoders[i, d])</c> with <c>alpha = rate dt</c>.
/// </summary>
/// <remarks>
/// All arrays are as the arena holds them: an array with one value per neuron is padded with zeros to whole blocks of eight, and
/// encoders are interleaved, <c>[block][dimension][8 lanes]</c>. What does not exist stays zero.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VojaRule
{
    /// <summary>The change of the encoders.</summary>
    /// <param name="post">Filtered activities of the postsynaptic neurons, <c>[blocks * 8]</c>.</param>
    /// <param name="scale">Gain over radius of the postsynaptic neurons, <c>[blocks * 8]</c>.</param>
    /// <param name="x">The input of the postsynaptic ensemble, <c>[dimensions]</c>.</param>
    /// <param name="alpha"><c>rate dt</c>.</param>
    /// <param name="learning">The learning signal: 1, and what connections to the rule add to it.</param>
    /// <param name="encoders">Scaled encoders, <c>[block][dimension][8 lanes]</c>.</param>
    /// <param name="delta">Receives the change, in the layout of the encoders.</param>
    public static void Delta(
        ReadOnlySpan<double> post,
        ReadOnlySpan<double> scale,
        ReadOnlySpan<double> x,
        double alpha,
        double learning,
        ReadOnlySpan<double> encoders,
        Span<double> delta)
    {
        double factor = alpha * learning;
        for (int neuron = 0; neuron < post.Length; neuron += EncoderBlocks.Lanes)
        {
            (Vector256<double> postLow, Vector256<double> postHigh) = EncoderBlocks.Load(post[neuron..]);
            (Vector256<double> scaleLow, Vector256<double> scaleHigh) = EncoderBlocks.Load(scale[neuron..]);
            for (int d = 0; d < x.Length; d++)
            {
                int row = neuron * x.Length + d * EncoderBlocks.Lanes;
                (Vector256<double> low, Vector256<double> high) = EncoderBlocks.Load(encoders[row..]);
                EncoderBlocks.Store(
                    factor * (scaleLow * (postLow * x[d]) - postLow * low),
                    factor * (scaleHigh * (postHigh * x[d]) - postHigh * high),
                    delta[row..]);
            }
        }
    }

    /// <summary>Adds the change to the encoders; the same bits as adding <see cref="Delta"/>.</summary>
    /// <param name="post">Filtered activities of the postsynaptic neurons, <c>[blocks * 8]</c>.</param>
    /// <param name="scale">Gain over radius of the postsynaptic neurons, <c>[blocks * 8]</c>.</param>
    /// <param name="x">The input of the postsynaptic ensemble, <c>[dimensions]</c>.</param>
    /// <param name="alpha"><c>rate dt</c>.</param>
    /// <param name="learning">The learning signal: 1, and what connections to the rule add to it.</param>
    /// <param name="encoders">Scaled encoders, <c>[block][dimension][8 lanes]</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(
        ReadOnlySpan<double> post,
        ReadOnlySpan<double> scale,
        ReadOnlySpan<double> x,
        double alpha,
        double learning,
        Span<double> encoders)
    {
        double factor = alpha * learning;
        for (int neuron = 0; neuron < post.Length; neuron += EncoderBlocks.Lanes)
        {
            (Vector256<double> postLow, Vector256<double> postHigh) = EncoderBlocks.Load(post[neuron..]);
            (Vector256<double> scaleLow, Vector256<double> scaleHigh) = EncoderBlocks.Load(scale[neuron..]);
            for (int d = 0; d < x.Length; d++)
            {
                Span<double> row = encoders[(neuron * x.Length + d * EncoderBlocks.Lanes)..];
                (Vector256<double> low, Vector256<double> high) = EncoderBlocks.Load(row);
                EncoderBlocks.Store(
                    low + factor * (scaleLow * (postLow * x[d]) - postLow * low),
                    high + factor * (scaleHigh * (postHigh * x[d]) - postHigh * high),
                    row);
            }
        }
    }
}
