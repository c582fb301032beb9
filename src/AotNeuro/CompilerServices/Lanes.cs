using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using AotNeuro.Numerics;

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

    /// <summary>
    /// Lanes of one or of another vector, by a mask of whole lanes: the processor's own operation. <see cref="Vector256.ConditionalSelect{T}"/> chooses
    /// bits, for which it takes three, since the JIT does not see what a mask in a variable holds.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Select(Vector256<double> mask, Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.BlendVariable(b, a, mask) : Vector256.ConditionalSelect(mask, a, b);

    /// <inheritdoc cref="Select(Vector256{double}, Vector256{double}, Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Select(Vector256<float> mask, Vector256<float> a, Vector256<float> b) =>
        Avx.IsSupported ? Avx.BlendVariable(b, a, mask) : Vector256.ConditionalSelect(mask, a, b);

    /// <inheritdoc cref="Select(Vector256{double}, Vector256{double}, Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Select(Vector128<double> mask, Vector128<double> a, Vector128<double> b) =>
        Sse41.IsSupported ? Sse41.BlendVariable(b, a, mask) : Vector128.ConditionalSelect(mask, a, b);

    /// <inheritdoc cref="Select(Vector256{double}, Vector256{double}, Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Select(Vector128<float> mask, Vector128<float> a, Vector128<float> b) =>
        Sse41.IsSupported ? Sse41.BlendVariable(b, a, mask) : Vector128.ConditionalSelect(mask, a, b);

    /// <summary><c>state = decay * state + gain * source</c>, element by element.</summary>
    public static void Lowpass(double decay, double gain, ReadOnlySpan<double> source, Span<double> state) =>
        VectorLoops.Lowpass(decay, gain, source, state);

    /// <summary><c>target = matrix . source</c>, row by row.</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> source, Span<double> target) =>
        MatrixVector.Multiply(matrix, source, target);

    /// <summary><c>target = matrix . source</c> with a matrix in single precision, row by row.</summary>
    public static void Multiply(ReadOnlySpan<float> matrix, ReadOnlySpan<double> source, Span<double> target) =>
        MatrixVector.Multiply(matrix, source, target);

    /// <summary>Adds up what the pieces of an ensemble decoded, which lie one after the other, in their order.</summary>
    public static void AddPieces(ReadOnlySpan<double> sums, int pieces, Span<double> target)
    {
        int stride = sums.Length / pieces;
        sums[..target.Length].CopyTo(target);
        for (int piece = 1; piece < pieces; piece++)
        {
            VectorLoops.AddScaled(1.0, sums.Slice(piece * stride, target.Length), target);
        }
    }

    /// <summary><c>target = source[indices]</c>.</summary>
    public static void Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, Span<double> target)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            target[i] = source[indices[i]];
        }
    }

    /// <summary><c>target[indices] += source</c>.</summary>
    public static void Scatter(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, Span<double> target)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            target[indices[i]] += source[i];
        }
    }

    /// <summary>Sets a bit per value that is not 0, a byte per block of eight.</summary>
    public static void PackSpikes(ReadOnlySpan<double> output, ref double bits)
    {
        ref byte bytes = ref Unsafe.As<double, byte>(ref bits);
        for (int i = 0; i < output.Length; i += 8)
        {
            int block = 0;
            for (int lane = 0; lane < Math.Min(8, output.Length - i); lane++)
            {
                block |= output[i + lane] != 0.0 ? 1 << lane : 0;
            }

            Unsafe.Add(ref bytes, i / 8) = (byte)block;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector128<double> two) => two[0] + two[1];
}
