using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>Decodes many values at once from the neurons that spiked.</summary>
/// <remarks>
/// Which neurons spike cannot be foreseen, and a branch that guesses wrong costs more than ten additions. So the bits become a list of neurons
/// without a branch, and the list is run through in a counted loop, with the sums in registers.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SpikeDecoder
{
    /// <summary>Neurons whose list is made at a time.</summary>
    private const int ListLength = 4096;

    /// <summary>For each byte, the places of its bits, in order.</summary>
    private static readonly ushort[] PlacesOfBits = MakePlaces();

    /// <summary>Adds up the decoders of the neurons whose bits are set, in the order of the neurons.</summary>
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
            AddEightByTwo(ref list, count, ref rows, stride, ref sums);
            return;
        }

        Vector512<double> sum = Vector512.LoadUnsafe(ref sums);
        for (nint i = 0; i < count; i++)
        {
            sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref rows, Unsafe.Add(ref list, i) * (nint)stride));
        }

        sum.StoreUnsafe(ref sums);
    }

    /// <summary>Wide vectors that the compiler has to split up are slow on machines that have none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEightByTwo(ref ushort list, nint count, ref double rows, int stride, ref double sums)
    {
        Vector128<double> a = Vector128.LoadUnsafe(ref sums);
        Vector128<double> b = Vector128.LoadUnsafe(ref sums, 2);
        Vector128<double> c = Vector128.LoadUnsafe(ref sums, 4);
        Vector128<double> d = Vector128.LoadUnsafe(ref sums, 6);
        for (nint i = 0; i < count; i++)
        {
            ref double row = ref Unsafe.Add(ref rows, Unsafe.Add(ref list, i) * (nint)stride);
            a += Vector128.LoadUnsafe(ref row);
            b += Vector128.LoadUnsafe(ref row, 2);
            c += Vector128.LoadUnsafe(ref row, 4);
            d += Vector128.LoadUnsafe(ref row, 6);
        }

        a.StoreUnsafe(ref sums);
        b.StoreUnsafe(ref sums, 2);
        c.StoreUnsafe(ref sums, 4);
        d.StoreUnsafe(ref sums, 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSixteen(ref ushort list, nint count, ref double rows, int stride, ref double sums)
    {
        Vector512<double> low = Vector512.LoadUnsafe(ref sums);
        Vector512<double> high = Vector512.LoadUnsafe(ref sums, 8);
        for (nint i = 0; i < count; i++)
        {
            ref double row = ref Unsafe.Add(ref rows, Unsafe.Add(ref list, i) * (nint)stride);
            low += Vector512.LoadUnsafe(ref row);
            high += Vector512.LoadUnsafe(ref row, 8);
        }

        low.StoreUnsafe(ref sums);
        high.StoreUnsafe(ref sums, 8);
    }

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
