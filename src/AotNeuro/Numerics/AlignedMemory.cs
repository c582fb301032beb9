using System.Runtime.InteropServices;

namespace AotNeuro.Numerics;

/// <summary>Zeroed doubles that start on a cache line, so that no whole vector straddles two.</summary>
internal sealed class AlignedMemory
{
    private const int CacheLine = 64;

    private readonly double[] _array;
    private readonly int _origin;
    private readonly int _length;

    /// <summary>Allocates.</summary>
    /// <param name="length">Number of doubles.</param>
    public AlignedMemory(int length)
    {
        _length = length;
        _array = GC.AllocateArray<double>(checked(length + CacheLine / sizeof(double)), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _origin = (int)((CacheLine - address % CacheLine) % CacheLine) / sizeof(double);
    }

    /// <summary>The doubles.</summary>
    public Span<double> Span => _array.AsSpan(_origin, _length);
}
