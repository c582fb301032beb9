using System.ComponentModel;
using System.Runtime.CompilerServices;
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

    /// <summary>Decodes by the weights, filters the activities and then adds the change to the weights, in one pass; the same bits as one after the other.</summary>
    /// <param name="output">What the presynaptic neurons give, <c>[n]</c>.</param>
    /// <param name="decay">Decay of the filter of activities.</param>
    /// <param name="gain">Gain of that filter.</param>
    /// <param name="activities">The filtered activities, <c>[n]</c>; they take this step's output in.</param>
    /// <param name="error">The error, <c>[rows]</c>.</param>
    /// <param name="alpha"><c>-rate dt / n</c>.</param>
    /// <param name="weights">The weights, <c>[rows, n]</c>.</param>
    /// <param name="decoded">Receives what the weights gave before the change, <c>[rows]</c>.</param>
    public static void Decode(
        ReadOnlySpan<double> output,
        double decay,
        double gain,
        Span<double> activities,
        ReadOnlySpan<double> error,
        double alpha,
        Span<double> weights,
        Span<double> decoded)
    {
        var pass = new LearnedDecode(output, decay, gain, activities);
        int n = output.Length;
        int row = 0;
        for (; row <= decoded.Length - 2; row += 2)
        {
            (decoded[row], decoded[row + 1]) = pass.Two(weights.Slice(row * n, 2 * n), alpha * error[row], alpha * error[row + 1], isFirst: row == 0);
        }

        if (row < decoded.Length)
        {
            decoded[row] = pass.One(weights.Slice(row * n, n), alpha * error[row], isFirst: row == 0);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
