using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AotNeuro.CompilerServices;

/// <summary>Where a probe's samples of a run of steps go. Used by generated code.</summary>
/// <param name="first">The place of the first sample.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ProbeRows(ref double first)
{
    private readonly ref double _first = ref first;

    /// <summary>Writes a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(nint row, ref double source, int size)
    {
        if (size == 1)
        {
            Unsafe.Add(ref _first, row) = source;
            return;
        }

        Unsafe.CopyBlockUnaligned(
            ref Unsafe.As<double, byte>(ref Unsafe.Add(ref _first, row * size)), ref Unsafe.As<double, byte>(ref source), (uint)size * sizeof(double));
    }
}

/// <summary>Where a spike probe's samples of a run of steps go: a bit per neuron. Used by generated code.</summary>
/// <param name="first">The place of the first sample.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct SpikeRows(ref byte first)
{
    private readonly ref byte _first = ref first;

    /// <summary>Writes a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(nint row, ref double source, int size)
    {
        nint bytes = (size + 7) / 8;
        ref byte target = ref Unsafe.Add(ref _first, row * bytes);
        Unsafe.CopyBlockUnaligned(ref target, ref Unsafe.As<double, byte>(ref source), (uint)bytes);

        // The lanes that pad the last block are no neurons.
        if (size % 8 != 0)
        {
            Unsafe.Add(ref target, bytes - 1) &= (byte)((1 << size % 8) - 1);
        }
    }
}
