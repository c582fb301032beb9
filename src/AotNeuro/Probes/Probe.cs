using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>Records a signal while the model runs.</summary>
/// <remarks>
/// It keeps all samples (the default), the latest ones (<see cref="KeepLast"/>), or hands them on (<see cref="StreamTo"/>). Spans and
/// views show the probe's own memory and hold until the model steps on.
/// </remarks>
public sealed class Probe : ModelObject
{
    private const int StreamedAtOnce = 1024;

    private ProbeOptions _options;
    private ProbeStore _store;
    private double[] _expanded = [];
    private long _expandedAt = -1;
    private int? _keepLast;
    private IProbeSink? _sink;
    private Arena? _arena;
    private int _offset;

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Probe(string name, ProbeOptions options)
        : base(name, options.Seed) => Take(options);

    /// <summary>Takes on what the defaults of a model say of which its own is a part. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Override(Func<ProbeOptions, ProbeOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Take(change(_options));
    }

    /// <summary>The name of the probed object.</summary>
    public string Target => _options.Target;

    /// <summary>What is recorded, a constant of <see cref="ProbeSignal"/> or the name of a state; empty for the target's default.</summary>
    public string Signal => _options.Signal;

    /// <summary>Values per sample.</summary>
    public int Size => _options.Size;

    /// <summary>Seconds between two samples; <see langword="null"/> for every step.</summary>
    public double? SampleEvery => _options.SampleEvery;

    /// <summary>Number of samples that the probe holds.</summary>
    public int Count => _store.Count;

    /// <summary>Number of samples taken since the start, kept or not.</summary>
    public long TotalCount => _store.Total;

    /// <summary>All samples that the probe holds, one after the other. Those of a spike probe are spike heights and zeros.</summary>
    public ReadOnlySpan<double> Values => _options.IsSpikes ? Expand() : _store.Values;

    /// <summary>All samples that the probe holds, <c>[samples, size]</c>.</summary>
    public MatrixView Data => new(Values, Count, Size);

    /// <summary>The latest sample.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ReadOnlySpan<double> Last =>
        Count > 0 ? Data.Row(Count - 1) : throw new InvalidOperationException($"{Name} has no sample. Run the model first.");

    /// <summary>The spikes that the probe holds.</summary>
    /// <exception cref="InvalidOperationException">The probe does not record spikes.</exception>
    public SpikeEvents Spikes =>
        _options.IsSpikes
            ? new(this, _store.Bits, _store.Stride)
            : throw new InvalidOperationException($"{Name} records values. A probe with Signal = ProbeSignal.Spikes records spikes.");

    /// <summary>The step at which the next sample falls due. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public long NextSample { get; private set; }

    /// <summary>What a spike is in <see cref="Values"/>. Set by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public double SpikeHeight { get; set; } = 1.0;

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_options), nameof(_store))]
    private void Take(ProbeOptions options)
    {
        _options = options;
        _keepLast = options.KeepLast;
        _store = new(options.Size, options.IsSpikes, isSampled: options.SampleEvery is not null);
        NextSample = FirstSampleAfter(0);
    }

    /// <summary>What the host reads, of an <see cref="OutputAttribute">[Output]</see>. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<double> HostValues
    {
        get
        {
            Model.Build();
            return _arena!.Slice(_offset, Size);
        }
    }

    internal bool IsOutput => _options.IsOutput;

    internal void BindValues(Arena arena, int offset) => (_arena, _offset) = (arena, offset);

    internal Solver? Solver => _options.Solver;

    internal double Dt => _options.Dt;

    /// <summary>The time of each sample in seconds; the first step ends at dt.</summary>
    public double[] Times()
    {
        var times = new double[Count];
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = TimeOf(i);
        }

        return times;
    }

    /// <summary>The time of one sample in seconds.</summary>
    /// <param name="sample">Index of the sample among those that the probe holds.</param>
    public double TimeOf(int sample)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sample, Count);
        return StepOf(sample) * Dt;
    }

    /// <summary>Forgets the samples; the model runs on where it is.</summary>
    public void Clear()
    {
        _store.Clear();
        _expandedAt = -1;
    }

    /// <summary>From now on the probe keeps all samples (the default).</summary>
    public void KeepAll() => (_keepLast, _sink) = (null, null);

    /// <summary>From now on the probe keeps the latest samples only, in memory that is taken once.</summary>
    /// <param name="samples">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public void KeepLast(int samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        (_keepLast, _sink) = (samples, null);
        _store.KeepLast(samples);
        _expandedAt = -1;
    }

    /// <summary>From now on the probe hands its samples to a sink and keeps none.</summary>
    /// <param name="sink">Receives the samples.</param>
    public void StreamTo(IProbeSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        (_keepLast, _sink) = (null, sink);
        Clear();
    }

    /// <summary>Takes the room that a number of steps needs, so that they allocate nothing (a run does so itself).</summary>
    /// <param name="steps">Number of steps.</param>
    public void Reserve(long steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (_sink is not null)
        {
            _store.Reserve(StreamedAtOnce - Count, Name);
        }
        else if (_keepLast is { } kept)
        {
            _store.ReserveRing(kept, Name);
        }
        else
        {
            _store.Reserve(SampleEvery is { } every ? (long)(Math.Ceiling(steps * Dt / every) + 1.0) : steps, Name);
        }
    }

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ProbeRows Rows() => _store.NextRows;

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SpikeRows SpikeRows() => _store.NextSpikeRows;

    /// <summary>Takes a sample that is due. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Sample(ref double source)
    {
        if (_options.IsSpikes)
        {
            _store.NextSpikeRows.Write(0, ref source, Size);
        }
        else
        {
            _store.NextRows.Write(0, ref source, Size);
        }

        _store.AddSampled(NextSample);
        NextSample = FirstSampleAfter(NextSample);
    }

    internal long StepOf(int sample) => _store.StepOf(sample);

    /// <summary>How many steps after the given one the probe has room for, at least 1.</summary>
    internal long MakeRoom(long step)
    {
        int samples = MakeRoomForSamples();
        if (SampleEvery is not { } every)
        {
            return samples;
        }

        return NextSample - step - 1 + samples * ShortestPeriod(every / Dt);
    }

    /// <summary>Counts the samples of so many steps.</summary>
    internal void Commit(long steps)
    {
        if (SampleEvery is null)
        {
            _store.Add((int)steps);
        }

        if (_keepLast is { } kept)
        {
            _store.KeepLast(kept);
        }
    }

    /// <summary>Hands the samples to the sink, if there is one. It gets them once, also if it throws.</summary>
    internal void Flush()
    {
        if (_sink is not { } sink || Count == 0)
        {
            return;
        }

        try
        {
            sink.Write(this);
        }
        finally
        {
            Clear();
        }
    }

    internal void Rewind()
    {
        Clear();
        _store.Rewind();
        NextSample = FirstSampleAfter(0);
    }

    internal override void VisitState(ref StateVisitor state)
    {
        long next = NextSample;
        long total = _store.Total;
        state.Visit(ref next);
        state.Visit(ref total);
        (NextSample, _store.Total) = (next, total);
    }

    internal override void VisitBaked(ref StateVisitor baked)
    {
        base.VisitBaked(ref baked);
        double height = SpikeHeight;
        baked.Visit(ref height);
        SpikeHeight = height;
    }

    /// <summary>Forgets the samples of before, when the model was put at a step of another run.</summary>
    internal void Resume(long step)
    {
        Clear();
        _store.Resume(step);
    }

    private int MakeRoomForSamples()
    {
        if (_sink is not null)
        {
            // The store may be larger than a batch: it has kept all samples before.
            _store.Reserve(StreamedAtOnce - Count, Name);
            return Math.Min(_store.Room, StreamedAtOnce - Count);
        }

        if (_keepLast is { } kept)
        {
            _store.Slide(kept, Name);
        }
        else
        {
            _store.GrowIfFull(Name);
        }

        return _store.Room;
    }

    /// <summary>Nengo's rule: a sample at every step whose remainder by the period in steps is below 1.</summary>
    private long FirstSampleAfter(long step)
    {
        if (SampleEvery is not { } every)
        {
            return step + 1;
        }

        double period = every / Dt;
        step += ShortestPeriod(period);
        while (!(step % period < 1.0))
        {
            step++;
        }

        return step;
    }

    /// <summary>From one sample to the next it is never less than the whole part of the period.</summary>
    private static long ShortestPeriod(double period) => (long)Math.Clamp(period, 1.0, int.MaxValue);

    private ReadOnlySpan<double> Expand()
    {
        int length = checked(Count * Size);
        if (length > 0 && _expandedAt != TotalCount)
        {
            if (_expanded.Length < length)
            {
                _expanded = new double[length];
            }

            _store.Expand(SpikeHeight, _expanded.AsSpan(0, length));
            _expandedAt = TotalCount;
        }

        return _expanded.AsSpan(0, length);
    }
}
