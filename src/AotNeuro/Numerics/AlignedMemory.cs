using System.Buffers;
using System.Runtime.InteropServices;

namespace AotNeuro.Numerics;

/// <summary>Zeroed doubles that start on a cache line, so that no whole vector straddles two. What is disposed of is used again.</summary>
internal sealed class AlignedMemory : IDisposable
{
    private const int CacheLine = 64;

    /// <summary>Longer ones are left to the garbage collector, so that little is held on to after a build.</summary>
    private const int MostPooled = 1 << 20;

    private readonly double[] _array;
    private readonly int _origin;
    private readonly int _length;

    /// <summary>Allocates.</summary>
    /// <param name="length">Number of doubles.</param>
    public AlignedMemory(int length)
    {
        _length = length;
        int needed = checked(length + CacheLine / sizeof(double));
        bool isPooled = needed <= MostPooled;
        _array = isPooled ? ArrayPool<double>.Shared.Rent(needed) : GC.AllocateArray<double>(needed, pinned: true);

        // A rented array may be moved. That takes time then, as reads straddle cache lines, and no more.
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _origin = (int)((CacheLine - address % CacheLine) % CacheLine) / sizeof(double);
        if (isPooled)
        {
            Span.Clear();
        }
    }

    /// <summary>The doubles.</summary>
    public Span<double> Span => _array.AsSpan(_origin, _length);

    /// <summary>Gives the memory back; it is not read any more.</summary>
    public void Dispose()
    {
        if (_array.Length <= MostPooled)
        {
            ArrayPool<double>.Shared.Return(_array);
        }
    }
}
