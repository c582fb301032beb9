using System.Runtime.InteropServices;

namespace AotNeuro.Numerics;

/// <summary>Zeroed doubles that start on a cache line, so that no aligned vector straddles two.</summary>
/// <param name="length">Number of doubles.</param>
internal sealed class AlignedMemory(int length)
{
    private const int CacheLine = 64;

    private readonly double[] _array = GC.AllocateArray<double>(checked(length + CacheLine / sizeof(double)), pinned: true);

    /// <summary>The doubles.</summary>
    public Span<double> Span
    {
        get
        {
            nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
            return _array.AsSpan((int)((CacheLine - address % CacheLine) % CacheLine) / sizeof(double), length);
        }
    }
}
