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

    /// <summary>Longer ones, 8 MB, are left to the garbage collector, so that little is held on to after a build.</summary>
    private const int MostPooledBytes = 8 << 20;

    /// <summary>The memory of small ones: bytes, since their pool is in programs anyway.</summary>
    private readonly byte[]? _rented;
    private readonly T[] _array = [];
    private readonly int _origin;
    private readonly int _length;

    /// <summary>Allocates.</summary>
    /// <param name="length">Number of numbers.</param>
    public AlignedMemory(int length)
    {
        _length = length;
        long bytes = (long)length * Unsafe.SizeOf<T>() + CacheLine;
        if (bytes <= MostPooledBytes)
        {
            // A rented array may be moved. That takes time then, as reads straddle cache lines, and no more.
            _rented = ArrayPool<byte>.Shared.Rent((int)bytes);
            _origin = BytesToCacheLine(Marshal.UnsafeAddrOfPinnedArrayElement(_rented, 0));
            Span.Clear();
            return;
        }

        _array = GC.AllocateArray<T>(checked(length + CacheLine / Unsafe.SizeOf<T>()), pinned: true);
        _origin = BytesToCacheLine(Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0)) / Unsafe.SizeOf<T>();
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span => _rented is not null
        ? MemoryMarshal.Cast<byte, T>(_rented.AsSpan(_origin, _length * Unsafe.SizeOf<T>()))
        : _array.AsSpan(_origin, _length);

    /// <summary>Gives the memory back; it is not read any more.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private static int BytesToCacheLine(nint address) => (int)((CacheLine - address % CacheLine) % CacheLine);
}
