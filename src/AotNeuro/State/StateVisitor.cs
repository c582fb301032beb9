using System.Buffers.Binary;
using System.Text;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Goes through what a running model remembers, value after value: copies it out when the model is saved, and back in when it is restored.
/// </summary>
/// <remarks>Numbers are written with their lowest byte first, bit for bit.</remarks>
public ref struct StateVisitor
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly Span<byte> _target;
    private readonly Mode _mode;
    private int _position;

    private StateVisitor(Mode mode, ReadOnlySpan<byte> source, Span<byte> target)
    {
        _mode = mode;
        _source = source;
        _target = target;
    }

    private enum Mode
    {
        Measuring,
        Saving,
        Restoring,
    }

    /// <summary>Whether values are copied in, so that what was derived from the old ones has to be made anew.</summary>
    public readonly bool IsRestoring => _mode == Mode.Restoring;

    /// <summary>Bytes gone through so far.</summary>
    internal readonly int Position => _position;

    /// <summary>Whether all bytes of a saved state were used.</summary>
    internal readonly bool IsAtEnd => _position == _source.Length;

    /// <summary>A number.</summary>
    public void Visit(ref double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        Visit(ref bits);
        value = BitConverter.Int64BitsToDouble(bits);
    }

    /// <summary>A whole number of 64 bits.</summary>
    public void Visit(ref long value)
    {
        int place = Take(sizeof(long));
        if (_mode == Mode.Saving)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_target[place..], value);
        }
        else if (_mode == Mode.Restoring)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(_source[place..]);
        }
    }

    /// <summary>A whole number.</summary>
    public void Visit(ref int value)
    {
        int place = Take(sizeof(int));
        if (_mode == Mode.Saving)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_target[place..], value);
        }
        else if (_mode == Mode.Restoring)
        {
            value = BinaryPrimitives.ReadInt32LittleEndian(_source[place..]);
        }
    }

    /// <summary>A truth value.</summary>
    public void Visit(ref bool value)
    {
        int number = value ? 1 : 0;
        Visit(ref number);
        value = number != 0;
    }

    /// <summary>Numbers, as many as there are.</summary>
    public void Visit(Span<double> values)
    {
        int place = Take((long)values.Length * sizeof(double));
        if (_mode == Mode.Saving)
        {
            Span<byte> target = _target.Slice(place, values.Length * sizeof(double));
            for (int i = 0; i < values.Length; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(target[(i * sizeof(double))..], values[i]);
            }
        }
        else if (_mode == Mode.Restoring)
        {
            ReadOnlySpan<byte> source = _source.Slice(place, values.Length * sizeof(double));
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadDoubleLittleEndian(source[(i * sizeof(double))..]);
            }
        }
    }

    /// <summary>A generator of random numbers, which then goes on with the same draws. The one that a process was made with is saved already.</summary>
    public void Visit(RandomState random)
    {
        ArgumentNullException.ThrowIfNull(random);
        random.VisitState(ref this);
    }

    internal static StateVisitor Measuring() => new(Mode.Measuring, default, default);

    internal static StateVisitor Saving(Span<byte> target) => new(Mode.Saving, default, target);

    internal static StateVisitor Restoring(ReadOnlySpan<byte> source) => new(Mode.Restoring, source, default);

    internal void Visit(ref string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Visit(ref length);
        int place = Take(length);
        if (_mode == Mode.Saving)
        {
            Encoding.UTF8.GetBytes(text, _target[place..]);
        }
        else if (_mode == Mode.Restoring)
        {
            text = Encoding.UTF8.GetString(_source.Slice(place, length));
        }
    }

    internal void Visit(Span<uint> values)
    {
        foreach (ref uint value in values)
        {
            int bits = (int)value;
            Visit(ref bits);
            value = (uint)bits;
        }
    }

    /// <summary>Goes on by so many bytes, which are there.</summary>
    /// <exception cref="EndOfStreamException">The saved state holds fewer.</exception>
    private int Take(long bytes)
    {
        int place = _position;
        int room = _mode switch
        {
            Mode.Measuring => int.MaxValue,
            Mode.Saving => _target.Length,
            _ => _source.Length,
        };
        if (bytes < 0 || bytes > room - place)
        {
            throw new EndOfStreamException("The state ends before all that it should hold.");
        }

        _position += (int)bytes;
        return place;
    }
}
