namespace AotNeuro.Generator.Lowering;

/// <summary>The arena while it is laid out: fields one after the other, and where each signal lies.</summary>
/// <param name="padding">What the signals that kernels read in whole blocks are padded to.</param>
internal sealed class ArenaLayout(int padding)
{
    /// <summary>Arrays that lie a multiple of this apart fight for the same cache sets; see <see cref="Reserve"/>.</summary>
    private const int PageDoubles = 512;

    private readonly Dictionary<int, MemoryField> _places = [];
    private readonly List<MemoryField> _fields = [];
    private int _next;

    public IReadOnlyList<MemoryField> Fields => _fields;

    public MemoryField this[Signal signal] => _places[signal.Id];

    /// <summary>The name of a field: that of the signal, without dots.</summary>
    public static string Identifier(string name) => name.Replace(".", "");

    /// <summary>Goes on to a whole block of lanes, and gives its place.</summary>
    public int Align() => _next = Kernel.RoundUp(_next);

    /// <summary>Takes memory. Large blocks are kept a few lines off the multiples of 4 KiB, where loads would wait for unrelated stores.</summary>
    public MemoryField Reserve(string name, int size, bool align = true)
    {
        if (align)
        {
            Align();
        }

        var field = new MemoryField(name, _next, size);
        _fields.Add(field);
        _next += size % PageDoubles == 0 && size > 0 ? size + 40 : size;
        return field;
    }

    /// <summary>Room behind the last field, for kernels that read whole vectors of an input that does not fill them; idle lanes take what they find.</summary>
    public void ReserveOverrun(IEnumerable<int> inputs) => _next += inputs.DefaultIfEmpty().Max();

    /// <summary>Says that a signal lies in memory that was taken already.</summary>
    public void Place(Signal signal, int offset)
    {
        _places[signal.Id] = new(Identifier(signal.Name), offset, signal.Size);
        _fields.Add(_places[signal.Id]);
    }

    /// <summary>Says that a signal lives in registers alone: it has a name and a size.</summary>
    public void PlaceNowhere(Signal signal) => _places[signal.Id] = new(Identifier(signal.Name), -1, signal.Size);

    /// <summary>Takes memory for a signal that has none yet.</summary>
    public void PlaceAnywhere(Signal signal)
    {
        if (_places.ContainsKey(signal.Id))
        {
            return;
        }

        if (signal.IsPadded)
        {
            // A kernel reads whole blocks of it.
            MemoryField padded = Reserve(Identifier(signal.Name), Kernel.RoundUp(signal.Size, padding));
            _places[signal.Id] = padded with { Size = signal.Size };
            return;
        }

        _places[signal.Id] = Reserve(Identifier(signal.Name), signal.Size, align: signal.Size >= Kernel.Width);
    }
}
