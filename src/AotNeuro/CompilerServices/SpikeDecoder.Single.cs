using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <content>Decoders in single precision. The sums of each list are floats; the lists are added up as doubles.</content>
public static partial class SpikeDecoder
{
    /// <summary>Adds up the decoders of the neurons whose bits are set, in the order of the neurons.</summary>
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
                    AddSixteenByFour(ref list[0], count, ref Unsafe.Add(ref rows, column), stride, ref Unsafe.Add(ref decoded, column));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSixteen(ref ushort list, nint count, ref float rows, int stride, ref double sums)
    {
        Vector512<float> sum = Vector512<float>.Zero;
        for (nint i = 0; i < count; i++)
        {
            sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref rows, Unsafe.Add(ref list, i) * (nint)stride));
        }

        (Vector512.LoadUnsafe(ref sums) + Vector512.WidenLower(sum)).StoreUnsafe(ref sums);
        (Vector512.LoadUnsafe(ref sums, 8) + Vector512.WidenUpper(sum)).StoreUnsafe(ref sums, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSixteenByFour(ref ushort list, nint count, ref float rows, int stride, ref double sums)
    {
        Vector128<float> a = Vector128<float>.Zero;
        Vector128<float> b = Vector128<float>.Zero;
        Vector128<float> c = Vector128<float>.Zero;
        Vector128<float> d = Vector128<float>.Zero;
        for (nint i = 0; i < count; i++)
        {
            ref float row = ref Unsafe.Add(ref rows, Unsafe.Add(ref list, i) * (nint)stride);
            a += Vector128.LoadUnsafe(ref row);
            b += Vector128.LoadUnsafe(ref row, 4);
            c += Vector128.LoadUnsafe(ref row, 8);
            d += Vector128.LoadUnsafe(ref row, 12);
        }

        AddFour(a, ref sums);
        AddFour(b, ref Unsafe.Add(ref sums, 4));
        AddFour(c, ref Unsafe.Add(ref sums, 8));
        AddFour(d, ref Unsafe.Add(ref sums, 12));
    }

    private static void AddFour(Vector128<float> sum, ref double sums)
    {
        (Vector128.LoadUnsafe(ref sums) + Vector128.WidenLower(sum)).StoreUnsafe(ref sums);
        (Vector128.LoadUnsafe(ref sums, 2) + Vector128.WidenUpper(sum)).StoreUnsafe(ref sums, 2);
    }
}
