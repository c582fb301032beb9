using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AotNeuro.Numerics;

/// <summary>Zeroed numbers that start on a cache line, so that no whole vector straddles two. What is disposed of is used again.</summary>
/// <typeparam name="T">Double or float.</typeparam>
internal sealed class AlignedMemory<T> : IDisposable
    where T : unmanaged
{
    private const int CacheLine = 64;

    /// <summary>Longer ones are left to the garbage collector, so that little is held on to after a build.</summary>
    private const int MostPooled = 1 << 20;

    private readonly T[] _array;
    private readonly int _origin;
    private readonly int _length;

    /// <summary>Allocates.</summary>
    /// <param name="length">Number of numbers.</param>
    public AlignedMemory(int length)
    {
        _length = length;
        int needed = checked(length + CacheLine / Unsafe.SizeOf<T>());
        bool isPooled = needed <= MostPooled;
        _array = isPooled ? ArrayPool<T>.Shared.Rent(needed) : GC.AllocateArray<T>(needed, pinned: true);

        // A rented array may be moved. That takes time then, as reads straddle cache lines, and no more.
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _origin = (int)((CacheLine - address % CacheLine) % CacheLine) / Unsafe.SizeOf<T>();
        if (isPooled)
        {
            Span.Clear();
        }
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span => _array.AsSpan(_origin, _length);

    /// <summary>Gives the memory back; it is not read any more.</summary>
    public void Dispose()
    {
        if (_array.Length <= MostPooled)
        {
            ArrayPool<T>.Shared.Return(_array);
        }
    }
}
