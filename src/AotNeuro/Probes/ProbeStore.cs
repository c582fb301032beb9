using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>
/// The memory of a probe: samples in one stretch, as doubles or as bits. "The latest n" holds up to 2 n and moves the last n to the front when
/// it is full, so that they always lie in one stretch.
/// </summary>
internal sealed class ProbeStore
{
    private const int FirstCapacity = 256;

    private readonly int _size;
    private readonly bool _isSpikes;
    private readonly bool _isSampled;
    private double[] _values = [];
    private byte[] _bits = [];
    private long[] _steps = [];
    private int _first;
    private int _end;
    private long _lastStep;

    public ProbeStore(int size, bool isSpikes, bool isSampled)
    {
        (_size, _isSpikes, _isSampled) = (size, isSpikes, isSampled);
        Stride = isSpikes ? (size + 7) / 8 : size;
    }

    /// <summary>Bytes or doubles per sample.</summary>
    public int Stride { get; }

    public int Count => _end - _first;

    public long Total { get; set; }

    public int Room => Capacity - _end;

    public ReadOnlySpan<double> Values => _values.AsSpan(_first * _size, Count * _size);

    public ReadOnlySpan<byte> Bits => _bits.AsSpan(_first * Stride, Count * Stride);

    public ProbeRows NextRows => new(ref _values.AsSpan(_end * _size)[0]);

    public SpikeRows NextSpikeRows => new(ref _bits.AsSpan(_end * Stride)[0]);

    private int Capacity => (_isSpikes ? _bits.Length : _values.Length) / Stride;

    public long StepOf(int sample) => _isSampled ? _steps[_first + sample] : _lastStep - Count + 1 + sample;

    /// <summary>Makes room for so many samples more.</summary>
    public void Reserve(long samples, string name)
    {
        if (samples <= Room)
        {
            return;
        }

        int most = Array.MaxLength / Stride;
        if (samples > most - _end)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{name} would hold {(ulong)_end + (ulong)samples} samples of {_size} values, more than one array can. ")
                + "Use KeepLast, SampleEvery or StreamTo.");
        }

        // At least twice what there is, or a loop of single steps would copy everything at each of them.
        Resize((int)Math.Min(Math.Max(_end + samples, 2L * _end), most));
    }

    /// <summary>Makes room for the latest samples and as many more.</summary>
    public void ReserveRing(int kept, string name) => Reserve(2L * kept - _end, name);

    /// <summary>Makes room for at least one sample by doubling.</summary>
    public void GrowIfFull(string name)
    {
        if (Room == 0)
        {
            Reserve(_end == 0 ? FirstCapacity : 1, name);
        }
    }

    /// <summary>Makes room for at least one sample by dropping all but the latest.</summary>
    public void Slide(int kept, string name)
    {
        ReserveRing(kept, name);
        if (Room == 0)
        {
            KeepLast(kept);
            int count = Count;
            if (_isSpikes)
            {
                Bits.CopyTo(_bits);
            }
            else
            {
                Values.CopyTo(_values);
            }

            if (_isSampled)
            {
                _steps.AsSpan(_first, count).CopyTo(_steps);
            }

            (_first, _end) = (0, count);
        }
    }

    public void KeepLast(int kept) => _first = Math.Max(_first, _end - kept);

    public void Add(int samples)
    {
        _end += samples;
        _lastStep += samples;
        Total += samples;
    }

    public void AddSampled(long step)
    {
        _steps[_end++] = step;
        Total++;
    }

    public void Clear() => (_first, _end) = (0, 0);

    public void Rewind() => (_lastStep, Total) = (0, 0);

    /// <summary>The next sample is of the step after this one.</summary>
    public void Resume(long step) => _lastStep = step;

    public void Expand(double height, Span<double> values)
    {
        ReadOnlySpan<byte> bits = Bits;
        for (int i = 0; i < values.Length; i++)
        {
            (int sample, int neuron) = (i / _size, i % _size);
            values[i] = (bits[sample * Stride + neuron / 8] >> (neuron % 8) & 1) != 0 ? height : 0.0;
        }
    }

    private void Resize(int capacity)
    {
        if (_isSpikes)
        {
            _bits = Grow(_bits, capacity * Stride, _end * Stride);
        }
        else
        {
            _values = Grow(_values, capacity * Stride, _end * Stride);
        }

        if (_isSampled)
        {
            _steps = Grow(_steps, capacity, _end);
        }
    }

    /// <summary>A longer array with what is used of the old one. Zeroing the rest would touch memory that the samples touch anyway.</summary>
    private static T[] Grow<T>(T[] items, int length, int used)
    {
        T[] grown = GC.AllocateUninitializedArray<T>(length);
        items.AsSpan(0, used).CopyTo(grown);
        return grown;
    }
}
