using System.Numerics;

namespace AotNeuro;

/// <summary>One spike.</summary>
/// <param name="Step">The step in which the neuron spiked; the first step is 1.</param>
/// <param name="Time">The time of that step in seconds.</param>
/// <param name="Neuron">The neuron, from 0.</param>
public readonly record struct SpikeEvent(long Step, double Time, int Neuron);

/// <summary>The spikes that a probe has recorded, in order of time, then of neurons. Enumerating allocates nothing.</summary>
public readonly ref struct SpikeEvents
{
    private readonly Probe _probe;
    private readonly ReadOnlySpan<byte> _bits;
    private readonly int _stride;

    internal SpikeEvents(Probe probe, ReadOnlySpan<byte> bits, int stride)
    {
        _probe = probe;
        _bits = bits;
        _stride = stride;
    }

    /// <summary>Number of spikes.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach (byte bits in _bits)
            {
                count += BitOperations.PopCount(bits);
            }

            return count;
        }
    }

    /// <summary>A copy as an array.</summary>
    public SpikeEvent[] ToArray()
    {
        var events = new SpikeEvent[Count];
        int i = 0;
        foreach (SpikeEvent spike in this)
        {
            events[i++] = spike;
        }

        return events;
    }

    /// <summary>The spikes one by one.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks over the spikes.</summary>
    public ref struct Enumerator
    {
        private readonly SpikeEvents _events;
        private int _byte = -1;
        private uint _rest;

        internal Enumerator(SpikeEvents events) => _events = events;

        /// <summary>The spike at hand.</summary>
        public SpikeEvent Current { get; private set; }

        /// <summary>Goes to the next spike.</summary>
        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_byte >= _events._bits.Length)
                {
                    return false;
                }

                _rest = _events._bits[_byte];
            }

            int neuron = _byte % _events._stride * 8 + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            long step = _events._probe.StepOf(_byte / _events._stride);
            Current = new(step, step * _events._probe.Dt, neuron);
            return true;
        }
    }
}
