using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.Numerics;

namespace AotNeuro.CompilerServices;

/// <summary>
/// The arithmetic of <see cref="PESAttribute">PES</see>: <c>delta[i, j] = (alpha error[i]) activities[j]</c> with
/// <c>alpha = -rate dt / n</c> for n presynaptic neurons.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PESRule
{
    /// <summary>The change of the weights.</summary>
    /// <param name="error">
    /// The error, <c>[rows]</c>; for weights to neurons that of <see cref="Encode(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>.
    /// </param>
    /// <param name="activities">Filtered activities of the presynaptic neurons, <c>[n]</c>.</param>
    /// <param name="alpha"><c>-rate dt / n</c>.</param>
    /// <param name="delta">Receives the change, <c>[rows, n]</c>.</param>
    public static void Delta(ReadOnlySpan<double> error, ReadOnlySpan<double> activities, double alpha, Span<double> delta)
    {
        for (int i = 0; i < error.Length; i++)
        {
            OuterProduct.SetRow(alpha * error[i], activities, delta.Slice(i * activities.Length, activities.Length));
        }
    }

    /// <summary>Adds the change to the weights; the same bits as adding <see cref="Delta"/>.</summary>
    /// <param name="error">
    /// The error, <c>[rows]</c>; for weights to neurons that of <see cref="Encode(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double})"/>.
    /// </param>
    /// <param name="activities">Filtered activities of the presynaptic neurons, <c>[n]</c>.</param>
    /// <param name="alpha"><c>-rate dt / n</c>.</param>
    /// <param name="weights">The weights, <c>[rows, n]</c>.</param>
    public static void Apply(ReadOnlySpan<double> error, ReadOnlySpan<double> activities, double alpha, Span<double> weights)
    {
        for (int i = 0; i < error.Length; i++)
        {
            VectorLoops.AddScaled(alpha * error[i], activities, weights.Slice(i * activities.Length, activities.Length));
        }
    }

    /// <summary>
    /// What the error is to each postsynaptic neuron, where the weights go to neurons: <c>scaled encoders . error</c>, summed in the
    /// order of the dimensions.
    /// </summary>
    /// <param name="encoders">Scaled encoders as the arena holds them, <c>[block][dimension][8 lanes]</c>.</param>
    /// <param name="error">The error, <c>[dimensions]</c>.</param>
    /// <param name="localError">Receives the local errors, <c>[blocks * 8]</c>; neurons that do not exist get zeros.</param>
    public static void Encode(ReadOnlySpan<double> encoders, ReadOnlySpan<double> error, Span<double> localError) =>
        Encode(encoders, error.Length, 0, error, localError);

    /// <summary>The same for an error in some of the dimensions.</summary>
    /// <param name="encoders">Scaled encoders as the arena holds them, <c>[block][dimension][8 lanes]</c>.</param>
    /// <param name="dimensions">Number of dimensions of the encoders.</param>
    /// <param name="first">The first dimension of the error.</param>
    /// <param name="error">The error in that dimension and the next ones.</param>
    /// <param name="localError">Receives the local errors, <c>[blocks * 8]</c>; neurons that do not exist get zeros.</param>
    public static void Encode(ReadOnlySpan<double> encoders, int dimensions, int first, ReadOnlySpan<double> error, Span<double> localError)
    {
        int blockSize = EncoderBlocks.Lanes * error.Length;
        for (int neuron = 0; neuron < localError.Length; neuron += EncoderBlocks.Lanes)
        {
            ref double row = ref MemoryMarshal.GetReference(encoders.Slice(neuron * dimensions + first * EncoderBlocks.Lanes, blockSize));
            Vector256<double> low = default;
            Vector256<double> high = default;
            for (int d = 0; d < error.Length; d++)
            {
                low += error[d] * Vector256.LoadUnsafe(ref row, (nuint)(d * EncoderBlocks.Lanes));
                high += error[d] * Vector256.LoadUnsafe(ref row, (nuint)(d * EncoderBlocks.Lanes + 4));
            }

            EncoderBlocks.Store(low, high, localError.Slice(neuron, EncoderBlocks.Lanes));
        }
    }
}
