using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>Decodes many values at once from the neurons that spiked.</summary>
/// <remarks>
/// Which neurons spike cannot be foreseen, and a branch that guesses wrong costs more than ten additions. So the bits become a list of neurons
/// without a branch, and the list is run through in a counted loop, with the sums in registers: one of the neurons at even places of the list
/// and one of the others, since an addition waits four cycles for the one before it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SpikeDecoder
{
    /// <summary>Neurons whose list is made at a time.</summary>
    private const int ListLength = 4096;

    /// <summary>For each byte, the places of its bits, in order.</summary>
    private static readonly ushort[] PlacesOfBits = MakePlaces();

    /// <summary>Adds up the decoders of the neurons whose bits are set.</summary>
    /// <param name="spikes">A bit per neuron, a byte per block of eight.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="decoders">A row of <paramref name="stride"/> values per neuron.</param>
    /// <param name="stride">Length of a row, a multiple of 8.</param>
    /// <param name="decoded">Receives a row.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decode(ref double spikes, int blocks, ref double decoders, int stride, ref double decoded)
    {
        for (int i = 0; i < stride; i++)
        {
            Unsafe.Add(ref decoded, i) = 0.0;
        }

        // The last entry is written whole, eight places at a time.
        Span<ushort> list = stackalloc ushort[ListLength + 8];
        ref byte bits = ref Unsafe.As<double, byte>(ref spikes);
        for (int block = 0; block < blocks; block += ListLength / 8)
        {
            nint count = List(ref Unsafe.Add(ref bits, block), Math.Min(blocks - block, ListLength / 8), ref list[0]);
            ref double rows = ref Unsafe.Add(ref decoders, (nint)block * 8 * stride);
            int column = 0;
            for (; Vector256.IsHardwareAccelerated && column <= stride - 16; column += 16)
            {
                AddSixteen(ref list[0], count, ref Unsafe.Add(ref rows, column), stride, ref Unsafe.Add(ref decoded, column));
            }

            for (; column < stride; column += 8)
            {
                AddEight(ref list[0], count, ref Unsafe.Add(ref rows, column), stride, ref Unsafe.Add(ref decoded, column));
            }
        }
    }

    /// <summary>Lists the neurons whose bits are set.</summary>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static nint List(ref byte bits, int blocks, ref ushort list)
    {
        ref ushort places = ref PlacesOfBits[0];
        nint count = 0;
        for (int block = 0; block < blocks; block++)
        {
            uint set = Unsafe.Add(ref bits, block);
            (Vector128.LoadUnsafe(ref places, set * 8) + Vector128.Create((ushort)(block * 8))).StoreUnsafe(ref list, (nuint)count);
            count += BitOperations.PopCount(set);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEight(ref ushort list, nint count, ref double rows, int stride, ref double sums)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            AddEightByFour(ref list, count, ref rows, stride, ref sums);
            return;
        }

        Vector512<double> even = Vector512.LoadUnsafe(ref sums);
        Vector512<double> odd = default;
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

        (even + odd).StoreUnsafe(ref sums);
    }

    /// <summary>Wide vectors that the compiler has to split up are slow on machines that have none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEightByFour(ref ushort list, nint count, ref double rows, int stride, ref double sums)
    {
        for (int column = 0; column < 8; column += 4)
        {
            AddFour(ref list, count, ref Unsafe.Add(ref rows, column), stride, ref Unsafe.Add(ref sums, column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour(ref ushort list, nint count, ref double rows, int stride, ref double sums)
    {
        Vector128<double> even = Vector128.LoadUnsafe(ref sums);
        Vector128<double> even2 = Vector128.LoadUnsafe(ref sums, 2);
        Vector128<double> odd = default;
        Vector128<double> odd2 = default;
        nint i = 0;
        for (; i < count - 1; i += 2)
        {
            ref double row = ref Row(ref rows, stride, ref list, i);
            ref double next = ref Row(ref rows, stride, ref list, i + 1);
            even += Vector128.LoadUnsafe(ref row);
            even2 += Vector128.LoadUnsafe(ref row, 2);
            odd += Vector128.LoadUnsafe(ref next);
            odd2 += Vector128.LoadUnsafe(ref next, 2);
        }

        if (i < count)
        {
            ref double row = ref Row(ref rows, stride, ref list, i);
            even += Vector128.LoadUnsafe(ref row);
            even2 += Vector128.LoadUnsafe(ref row, 2);
        }

        (even + odd).StoreUnsafe(ref sums);
        (even2 + odd2).StoreUnsafe(ref sums, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSixteen(ref ushort list, nint count, ref double rows, int stride, ref double sums)
    {
        Vector512<double> even = Vector512.LoadUnsafe(ref sums);
        Vector512<double> even2 = Vector512.LoadUnsafe(ref sums, 8);
        Vector512<double> odd = default;
        Vector512<double> odd2 = default;
        nint i = 0;
        for (; i < count - 1; i += 2)
        {
            ref double row = ref Row(ref rows, stride, ref list, i);
            ref double next = ref Row(ref rows, stride, ref list, i + 1);
            even += Vector512.LoadUnsafe(ref row);
            even2 += Vector512.LoadUnsafe(ref row, 8);
            odd += Vector512.LoadUnsafe(ref next);
            odd2 += Vector512.LoadUnsafe(ref next, 8);
        }

        if (i < count)
        {
            ref double row = ref Row(ref rows, stride, ref list, i);
            even += Vector512.LoadUnsafe(ref row);
            even2 += Vector512.LoadUnsafe(ref row, 8);
        }

        (even + odd).StoreUnsafe(ref sums);
        (even2 + odd2).StoreUnsafe(ref sums, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Row<T>(ref T rows, int stride, ref ushort list, nint place) =>
        ref Unsafe.Add(ref rows, Unsafe.Add(ref list, place) * (nint)stride);

    private static ushort[] MakePlaces()
    {
        var places = new ushort[256 * 8];
        for (int set = 0; set < 256; set++)
        {
            int count = 0;
            for (int bit = 0; bit < 8; bit++)
            {
                if ((set >> bit & 1) != 0)
                {
                    places[set * 8 + count++] = (ushort)bit;
                }
            }
        }

        return places;
    }
}
