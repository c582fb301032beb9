using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <content>Decoders in single precision. The sums of each list are floats; the lists are added up as doubles.</content>
public static partial class SpikeDecoder
{
    /// <summary>Adds up the decoders of the neurons whose bits are set.</summary>
    /// <param name="spikes">A bit per neuron.</param>
    /// <param name="blocks">Number of bytes of bits.</param>
    /// <param name="decoders">A row of <paramref name="stride"/> values per neuron.</param>
    /// <param name="stride">Length of a row, a multiple of 16.</param>
    /// <param name="decoded">Receives a row.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decode(ref float spikes, int blocks, ref float decoders, int stride, ref double decoded)
    {
        for (int i = 0; i < stride; i++)
        {
            Unsafe.Add(ref decoded, i) = 0.0;
        }

        // The last entry is written whole, eight places at a time.
        Span<ushort> list = stackalloc ushort[ListLength + 8];
        ref byte bits = ref Unsafe.As<float, byte>(ref spikes);
        for (int block = 0; block < blocks; block += ListLength / 8)
        {
            nint count = List(ref Unsafe.Add(ref bits, block), Math.Min(blocks - block, ListLength / 8), ref list[0]);
            ref float rows = ref Unsafe.Add(ref decoders, (nint)block * 8 * stride);
            for (int column = 0; column < stride; column += 16)
            {
                if (Vector256.IsHardwareAccelerated)
                {
                    AddSixteen(ref list[0], count, ref Unsafe.Add(ref rows, column), stride, ref Unsafe.Add(ref decoded, column));
                }
                else
                {
                    AddSixteenByEight(ref list[0], count, ref Unsafe.Add(ref rows, column), stride, ref Unsafe.Add(ref decoded, column));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSixteen(ref ushort list, nint count, ref float rows, int stride, ref double sums)
    {
        Vector512<float> even = default;
        Vector512<float> odd = default;
        nint i = 0;
        for (; i < count - 1; i += 2)
        {
            even += Vector512.LoadUnsafe(ref Row(ref rows, stride, ref list, i));
            odd += Vector512.LoadUnsafe(ref Row(ref rows, stride, ref list, i + 1));
        }

        if (i < count)
        {
            even += Vector512.LoadUnsafe(ref Row(ref rows, stride, ref list, i));
        }

        Vector512<float> sum = even + odd;
        (Vector512.LoadUnsafe(ref sums) + Vector512.WidenLower(sum)).StoreUnsafe(ref sums);
        (Vector512.LoadUnsafe(ref sums, 8) + Vector512.WidenUpper(sum)).StoreUnsafe(ref sums, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSixteenByEight(ref ushort list, nint count, ref float rows, int stride, ref double sums)
    {
        for (int column = 0; column < 16; column += 8)
        {
            AddEight(ref list, count, ref Unsafe.Add(ref rows, column), stride, ref Unsafe.Add(ref sums, column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEight(ref ushort list, nint count, ref float rows, int stride, ref double sums)
    {
        Vector128<float> even = default;
        Vector128<float> even2 = default;
        Vector128<float> odd = default;
        Vector128<float> odd2 = default;
        nint i = 0;
        for (; i < count - 1; i += 2)
        {
            ref float row = ref Row(ref rows, stride, ref list, i);
            ref float next = ref Row(ref rows, stride, ref list, i + 1);
            even += Vector128.LoadUnsafe(ref row);
            even2 += Vector128.LoadUnsafe(ref row, 4);
            odd += Vector128.LoadUnsafe(ref next);
            odd2 += Vector128.LoadUnsafe(ref next, 4);
        }

        if (i < count)
        {
            ref float row = ref Row(ref rows, stride, ref list, i);
            even += Vector128.LoadUnsafe(ref row);
            even2 += Vector128.LoadUnsafe(ref row, 4);
        }

        AddFour(even + odd, ref sums);
        AddFour(even2 + odd2, ref Unsafe.Add(ref sums, 4));
    }

    private static void AddFour(Vector128<float> sum, ref double sums)
    {
        (Vector128.LoadUnsafe(ref sums) + Vector128.WidenLower(sum)).StoreUnsafe(ref sums);
        (Vector128.LoadUnsafe(ref sums, 2) + Vector128.WidenUpper(sum)).StoreUnsafe(ref sums, 2);
    }
}
