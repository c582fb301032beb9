using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>Decodes many values at once from the neurons that spiked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpikeDecoder
{
    /// <summary>Adds up the decoders of the neurons whose bits are set, in the order of the neurons.</summary>
    /// <param name="spikes">A bit per neuron, a byte per block of eight.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="decoders">A row of <paramref name="stride"/> values per neuron.</param>
    /// <param name="stride">Length of a row, a multiple of 8.</param>
    /// <param name="decoded">Receives a row.</param>
    public static void Decode(ref double spikes, int blocks, ref double decoders, int stride, ref double decoded)
    {
        for (int i = 0; i < stride; i++)
        {
            Unsafe.Add(ref decoded, i) = 0.0;
        }

        ref byte bits = ref Unsafe.As<double, byte>(ref spikes);
        for (int block = 0; block < blocks; block++)
        {
            for (uint rest = Unsafe.Add(ref bits, block); rest != 0; rest &= rest - 1)
            {
                int neuron = block * 8 + BitOperations.TrailingZeroCount(rest);
                Add(ref Unsafe.Add(ref decoders, (nint)neuron * stride), stride, ref decoded);
            }
        }
    }

    private static void Add(ref double row, int stride, ref double sum)
    {
        for (nuint i = 0; i < (nuint)stride; i += 4)
        {
            (Vector256.LoadUnsafe(ref sum, i) + Vector256.LoadUnsafe(ref row, i)).StoreUnsafe(ref sum, i);
        }
    }
}
