using System.Buffers.Binary;
using System.IO.Hashing;

namespace AotNeuro;

/// <summary>
/// A kind of file that is refused unless it is whole and unchanged. Around its content are 8 letters for the kind, the version of the format (4 bytes),
/// the length of it all (8 bytes), and a CRC-64 of all that comes before it (8 bytes).
/// </summary>
internal sealed class SealedFormat
{
    /// <summary>A saved state.</summary>
    public static readonly SealedFormat State = new()
    {
        Kind = "AotNeuro",
        Version = 1,
        Noun = "state",
        Writer = nameof(NeuralModel.SaveState),
        Advice = "Restore it with the version that saved it.",
        Refusal = static (model, reason) => new StateException(model, reason),
    };

    /// <summary>A baked model.</summary>
    public static readonly SealedFormat Baked = new()
    {
        Kind = "AotBaked",
        Version = 1,
        Noun = "baked file",
        Writer = nameof(NeuralModel.Bake),
        Advice = "Bake the model again.",
        Refusal = static (model, reason) => new BuildException(model, reason),
    };

    private const int HeadSize = 20;
    private const int TailSize = sizeof(ulong);
    private const int ReadAtOnce = 1 << 16;

    /// <summary>What tells it from other files.</summary>
    public required string Kind { get; init; }

    /// <summary>To be raised by whoever changes what the content holds.</summary>
    public required int Version { get; init; }

    /// <summary>What a user calls it.</summary>
    public required string Noun { get; init; }

    /// <summary>The method that writes it.</summary>
    public required string Writer { get; init; }

    /// <summary>What to do with another version.</summary>
    public required string Advice { get; init; }

    public required Func<string, string, NeuralModelException> Refusal { get; init; }

    /// <summary>Bytes around the content.</summary>
    public const int Size = HeadSize + TailSize;

    /// <summary>The place of the content in a state.</summary>
    public static Span<byte> ContentOf(Span<byte> file) => file[HeadSize..^TailSize];

    /// <summary>Writes what is around the content, which is there already.</summary>
    public void Close(Span<byte> file)
    {
        for (int i = 0; i < Kind.Length; i++)
        {
            file[i] = (byte)Kind[i];
        }

        BinaryPrimitives.WriteInt32LittleEndian(file[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(file[12..], file.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(file[^TailSize..], Crc64.HashToUInt64(file[..^TailSize]));
    }

    /// <summary>The content of a file that is whole and unchanged.</summary>
    /// <exception cref="NeuralModelException">It is not.</exception>
    public ReadOnlySpan<byte> Open(string model, ReadOnlySpan<byte> file)
    {
        long length = LengthOf(model, file);
        if (file.Length != length)
        {
            throw Refusal(model, file.Length < length
                ? $"the {Noun} is cut short: {length} bytes were saved, and here are {file.Length}."
                : $"the {Noun} has {file.Length - length} bytes too many after the {length} that were saved.");
        }

        return Crc64.HashToUInt64(file[..^TailSize]) == BinaryPrimitives.ReadUInt64LittleEndian(file[^TailSize..])
            ? file[HeadSize..^TailSize]
            : throw Refusal(model, $"the {Noun} was damaged or altered since it was saved: its checksum does not fit.");
    }

    /// <summary>Reads one file, and nothing after it. Memory is taken for what is there, not for what the length says.</summary>
    /// <exception cref="NeuralModelException">There is no whole file.</exception>
    public byte[] Read(string model, Stream source)
    {
        var head = new byte[HeadSize];
        int count = source.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        long length = LengthOf(model, head.AsSpan(0, count));
        byte[] file = head;
        while (count < length)
        {
            Array.Resize(ref file, (int)Math.Min(length, Math.Max(2L * count, ReadAtOnce)));
            int read = source.ReadAtLeast(file.AsSpan(count), file.Length - count, throwOnEndOfStream: false);
            count += read;
            if (count < file.Length)
            {
                return file[..count];
            }
        }

        return file;
    }

    /// <summary>The length that the head says.</summary>
    private long LengthOf(string model, ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty || !IsOfKind(file))
        {
            throw Refusal(model, $"this is not a {Noun} that {Writer} has written.");
        }

        if (file.Length < HeadSize)
        {
            throw Refusal(model, $"the {Noun} is cut short: it has no more than {file.Length} bytes.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (version != Version)
        {
            throw Refusal(model, $"the {Noun} has format version {version}, and this version of AotNeuro reads {Version}. {Advice}");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(file[12..]);
        return length is >= Size and <= int.MaxValue
            ? length
            : throw Refusal(model, $"the {Noun} was damaged or altered since it was saved: it says that it has {length} bytes.");
    }

    private bool IsOfKind(ReadOnlySpan<byte> file)
    {
        for (int i = 0; i < Math.Min(file.Length, Kind.Length); i++)
        {
            if (file[i] != Kind[i])
            {
                return false;
            }
        }

        return true;
    }
}
