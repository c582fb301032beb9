using System.Buffers.Binary;
using System.IO.Hashing;

namespace AotNeuro;

/// <summary>
/// What is around a saved state: <c>"AotNeuro"</c>, the version of the format (4 bytes), the length of it all (8 bytes), the content, and a
/// CRC-64 of all that comes before it (8 bytes).
/// </summary>
internal static class StateFrame
{
    /// <summary>To be raised by whoever changes what the content holds.</summary>
    private const int Version = 1;

    private const int HeadSize = 20;
    private const int TailSize = sizeof(ulong);
    private const int ReadAtOnce = 1 << 16;

    private static ReadOnlySpan<byte> Magic => "AotNeuro"u8;

    /// <summary>Bytes around the content.</summary>
    public const int Size = HeadSize + TailSize;

    /// <summary>The place of the content in a state.</summary>
    public static Span<byte> ContentOf(Span<byte> state) => state[HeadSize..^TailSize];

    /// <summary>Writes what is around the content, which is there already.</summary>
    public static void Close(Span<byte> state)
    {
        Magic.CopyTo(state);
        BinaryPrimitives.WriteInt32LittleEndian(state[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(state[12..], state.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(state[^TailSize..], Crc64.HashToUInt64(state[..^TailSize]));
    }

    /// <summary>The content of a state that is whole and unchanged.</summary>
    /// <exception cref="StateException">It is not.</exception>
    public static ReadOnlySpan<byte> Open(string model, ReadOnlySpan<byte> state)
    {
        long length = LengthOf(model, state);
        if (state.Length != length)
        {
            throw new StateException(model, state.Length < length
                ? $"the state is cut short: {length} bytes were saved, and here are {state.Length}."
                : $"the state has {state.Length - length} bytes too many after the {length} that were saved.");
        }

        return Crc64.HashToUInt64(state[..^TailSize]) == BinaryPrimitives.ReadUInt64LittleEndian(state[^TailSize..])
            ? state[HeadSize..^TailSize]
            : throw new StateException(model, "the state was damaged or altered since it was saved: its checksum does not fit.");
    }

    /// <summary>Reads one state, and nothing after it. Memory is taken for what is there, not for what the length says.</summary>
    /// <exception cref="StateException">There is no whole state.</exception>
    public static byte[] Read(string model, Stream source)
    {
        var head = new byte[HeadSize];
        int count = source.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        long length = LengthOf(model, head.AsSpan(0, count));
        byte[] state = head;
        while (count < length)
        {
            Array.Resize(ref state, (int)Math.Min(length, Math.Max(2L * count, ReadAtOnce)));
            int read = source.ReadAtLeast(state.AsSpan(count), state.Length - count, throwOnEndOfStream: false);
            count += read;
            if (count < state.Length)
            {
                return state[..count];
            }
        }

        return state;
    }

    /// <summary>The length that the head says.</summary>
    private static long LengthOf(string model, ReadOnlySpan<byte> state)
    {
        int known = Math.Min(state.Length, Magic.Length);
        if (state.IsEmpty || !state[..known].SequenceEqual(Magic[..known]))
        {
            throw new StateException(model, "this is not a state that SaveState has written.");
        }

        if (state.Length < HeadSize)
        {
            throw new StateException(model, $"the state is cut short: it has no more than {state.Length} bytes.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(state[8..]);
        if (version != Version)
        {
            throw new StateException(
                model, $"the state has format version {version}, and this version of AotNeuro reads {Version}. Restore it with the version that saved it.");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(state[12..]);
        return length is >= Size and <= int.MaxValue
            ? length
            : throw new StateException(model, $"the state was damaged or altered since it was saved: it says that it has {length} bytes.");
    }
}
