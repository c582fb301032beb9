using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// Rates of <see cref="Izhikevich"/> neurons by looking them up: a rate is a whole number of spikes, and a step function of the current
/// alone. Intervals of currents are halved until all currents of one are proven to have the same rate (<see cref="IzhikevichIntervals"/>), or
/// too few currents are left in it for that to pay; those are measured one by one. So the rates are the measured ones in every bit.
/// </summary>
internal sealed class IzhikevichTable : INeuronType, IPureRates
{
    /// <summary>Currents below are clipped, so that they all have one rate. They are many: an ensemble's gains can be in the hundreds.</summary>
    private const double Lowest = -30.0;

    /// <summary>The highest current that bounds of roundings hold for.</summary>
    private const double Highest = 1e4;

    /// <summary>A proof costs about as much as measuring so many rates, since most of them fail in the end.</summary>
    private const int CurrentsPerCell = 16;

    /// <summary>Where halving begins: wider intervals mostly fail, and late.</summary>
    private const int FirstLevel = 7;

    private const int LastLevel = 22;
    private const short Unknown = -1;

    /// <summary>Vectors of intervals that are stepped by turns: a step is a long chain of dependent operations.</summary>
    private const int Interleaved = 8;

    /// <summary>About how many multiplications a step of an interval takes.</summary>
    private const int MultiplicationsOfStep = 30;

    private const int SettlingSteps = 1;
    private const int Steps = 1000;

    private readonly Izhikevich _neurons;
    private readonly double _width;
    private readonly double _cellsPerUnit;
    private readonly int _lastLevel;
    private readonly short[] _rates;
    private readonly double _lowestRate;

    private IzhikevichTable(in Izhikevich neurons, double highest, int lastLevel)
    {
        (_neurons, _lastLevel) = (neurons, lastLevel);
        _rates = new short[1 << lastLevel];
        Array.Fill(_rates, Unknown);
        Span<double> lowest = [Lowest];
        neurons.Rates(lowest, lowest);
        _lowestRate = lowest[0];
        _width = highest - Lowest;
        _cellsPerUnit = _rates.Length / _width;
        Workers.Share((double)_rates.Length * Steps * MultiplicationsOfStep, Fill);
    }

    /// <inheritdoc/>
    public double RateWork => 2000.0;

    /// <summary>The share of the table's range that nothing is left to measure of.</summary>
    internal double KnownShare => 1.0 - _rates.AsSpan().Count(Unknown) / (double)_rates.Length;

    /// <summary>A table of the right size for so many rates, or the neurons themselves where it does not pay.</summary>
    /// <param name="neurons">The neurons.</param>
    /// <param name="highest">The highest current in the table.</param>
    /// <param name="count">Number of rates that will be asked for.</param>
    public static INeuronType For(in Izhikevich neurons, double highest, long count)
    {
        int level = (int)Math.Min(long.Log2(Math.Max(count / CurrentsPerCell, 1)), LastLevel);
        return level > FirstLevel && highest > Lowest + 1.0 && IzhikevichIntervals.Hold(neurons)
            ? new IzhikevichTable(neurons, Math.Min(highest, Highest), level)
            : neurons;
    }

    /// <inheritdoc/>
    public void Rates(ReadOnlySpan<double> currents, Span<double> rates)
    {
        // Bytes, since their pool is in programs anyway.
        byte[] rented = ArrayPool<byte>.Shared.Rent((currents.Length + 1) * sizeof(int));
        Span<int> unknown = MemoryMarshal.Cast<byte, int>(rented.AsSpan());
        int count = 0;
        for (int i = 0; i < currents.Length; i++)
        {
            // Rounding may choose the neighbour of the right cell close to their common end, which belongs to both.
            double cell = (currents[i] - Lowest) * _cellsPerUnit;
            double rate = cell <= 0.0 ? _lowestRate : cell < _rates.Length ? _rates[(int)cell] : Unknown;
            rates[i] = rate;
            unknown[count] = i;
            count += rate < 0.0 ? 1 : 0;
        }

        Measure(currents, unknown[..count], rates);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private void Measure(ReadOnlySpan<double> currents, ReadOnlySpan<int> which, Span<double> rates)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(which.Length);
        Span<double> measured = rented.AsSpan(0, which.Length);
        for (int i = 0; i < which.Length; i++)
        {
            measured[i] = currents[which[i]];
        }

        _neurons.Rates(measured, measured);
        for (int i = 0; i < which.Length; i++)
        {
            rates[which[i]] = measured[i];
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>One worker's part of the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int worker, int workers)
    {
        var waiting = new CellStack();
        for (int i = worker; i < 1 << FirstLevel; i += workers)
        {
            waiting.Push((1 << FirstLevel) + i);
        }

        var lanes = new Lane[Interleaved];
        bool isBusy = true;
        while (isBusy)
        {
            isBusy = false;
            foreach (ref Lane lane in lanes.AsSpan())
            {
                if (lane.IsDone)
                {
                    Finish(ref lane, waiting);
                    Refill(ref lane, waiting);
                }

                if (!lane.IsDone)
                {
                    lane.Step(_neurons);
                    isBusy = true;
                }
            }
        }
    }

    /// <summary>Writes what is proven, and halves what is not.</summary>
    private void Finish(ref Lane lane, CellStack waiting)
    {
        Vector256<double> spikes = lane.Intervals.Spikes;
        for (int i = 0; i < lane.Filled; i++)
        {
            (int level, int index) = PlaceOf(lane.Cells[i]);
            if (spikes[i] >= 0.0)
            {
                int length = 1 << (_lastLevel - level);
                _rates.AsSpan(index * length, length).Fill((short)spikes[i]);
            }
            else if (level < _lastLevel)
            {
                waiting.Push(2 * lane.Cells[i] + 1);
                waiting.Push(2 * lane.Cells[i]);
            }
        }

        lane.Filled = 0;
    }

    private void Refill(ref Lane lane, CellStack waiting)
    {
        lane.Cells ??= new int[IzhikevichIntervals.Count];
        Vector256<double> middle = default;
        Vector256<double> halfWidth = Vector256.Create(-1.0);
        while (lane.Filled < IzhikevichIntervals.Count && waiting.TryPop(out int cell))
        {
            // A little wider than it is, for the sake of rounding when currents are looked up.
            (int level, int index) = PlaceOf(cell);
            double width = _width / (1 << level);
            middle = middle.WithElement(lane.Filled, Lowest + width * (index + 0.5));
            halfWidth = halfWidth.WithElement(lane.Filled, width * (0.5 + 1e-6));
            lane.Cells[lane.Filled++] = cell;
        }

        lane.StepsLeft = lane.Filled == 0 ? 0 : SettlingSteps + Steps;
        lane.Intervals = new(middle, halfWidth);
    }

    /// <summary>The level of a cell, and which of the level's it is. The halves of cell n are the cells 2 n and 2 n + 1, and all of them together cell 1.</summary>
    private static (int Level, int Index) PlaceOf(int cell)
    {
        int level = BitOperations.Log2((uint)cell);
        return (level, cell - (1 << level));
    }

    /// <summary>Cells that wait for their turn; the last one is the next.</summary>
    private sealed class CellStack
    {
        private int[] _cells = new int[1 << (FirstLevel + 1)];
        private int _count;

        public void Push(int cell)
        {
            if (_count == _cells.Length)
            {
                Array.Resize(ref _cells, 2 * _count);
            }

            _cells[_count++] = cell;
        }

        public bool TryPop(out int cell)
        {
            cell = _count > 0 ? _cells[--_count] : 0;
            return cell > 0;
        }
    }

    /// <summary>Intervals on their way through the steps.</summary>
    private struct Lane
    {
        public IzhikevichIntervals Intervals;
        public int[] Cells;
        public int Filled;
        public int StepsLeft;

        public readonly bool IsDone => StepsLeft == 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step(in Izhikevich neurons)
        {
            Intervals.Step(neurons, Vector256.Create(StepsLeft > Steps ? 0.0 : 1.0));
            StepsLeft = Intervals.HaveAllFailed ? 0 : StepsLeft - 1;
        }
    }
}
