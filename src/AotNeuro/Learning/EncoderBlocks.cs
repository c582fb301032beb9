using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>Eight neurons at a time, as the arena interleaves them.</summary>
internal static class EncoderBlocks
{
    /// <summary>Neurons of a block.</summary>
    public const int Lanes = 8;

    /// <summary>Reads a value of each neuron of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Low, Vector256<double> High) Load(ReadOnlySpan<double> eight)
    {
        ref double from = ref MemoryMarshal.GetReference(eight[..Lanes]);
        return (Vector256.LoadUnsafe(ref from), Vector256.LoadUnsafe(ref from, 4));
    }

    /// <summary>Writes a value of each neuron of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> low, Vector256<double> high, Span<double> eight)
    {
        ref double to = ref MemoryMarshal.GetReference(eight[..Lanes]);
        low.StoreUnsafe(ref to);
        high.StoreUnsafe(ref to, 4);
    }
}
