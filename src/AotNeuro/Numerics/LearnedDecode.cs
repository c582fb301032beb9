using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.CompilerServices;

namespace AotNeuro.Numerics;

/// <summary>
/// A learned decoding in one pass over the neurons: what the weights give, the filtered activities, and the weights of the next step. The bits are those
/// of <see cref="MatrixVector"/>, <see cref="VectorLoops.Lowpass"/> and <see cref="VectorLoops.AddScaled"/> one after the other.
/// </summary>
internal readonly ref struct LearnedDecode
{
    private const int LaneCount = 8;

    private readonly ref double _output;
    private readonly ref double _activities;
    private readonly int _length;
    private readonly double _decay;
    private readonly double _gain;

    /// <param name="output">The neurons' output.</param>
    /// <param name="decay">Decay of the filter of activities.</param>
    /// <param name="gain">Gain of that filter.</param>
    /// <param name="activities">The filtered activities, as long as the output.</param>
    public LearnedDecode(ReadOnlySpan<double> output, double decay, double gain, Span<double> activities)
    {
        _output = ref MemoryMarshal.GetReference(output);
        _activities = ref MemoryMarshal.GetReference(activities);
        (_length, _decay, _gain) = (output.Length, decay, gain);
    }

    /// <summary>Decodes by one row of the weights, which then changes by a multiple of the activities.</summary>
    /// <param name="row">The row.</param>
    /// <param name="change">The multiple.</param>
    /// <param name="isFirst">Whether the activities are still those of the step before.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double One(Span<double> row, double change, bool isFirst)
    {
        ref double weights = ref MemoryMarshal.GetReference(row);
        nuint i = 0;
        nuint length = (nuint)_length;
        double sum;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> a = default;
            for (; i + LaneCount <= length; i += LaneCount)
            {
                a += Advance(ref weights, i, Vector512.LoadUnsafe(ref _output, i), Activities512(i, isFirst), change);
            }

            sum = Lanes.Sum(a);
        }
        else
        {
            Vector256<double> low = default, high = default;
            for (; i + LaneCount <= length; i += LaneCount)
            {
                low += Advance(ref weights, i, Vector256.LoadUnsafe(ref _output, i), Activities256(i, isFirst), change);
                high += Advance(ref weights, i + 4, Vector256.LoadUnsafe(ref _output, i + 4), Activities256(i + 4, isFirst), change);
            }

            sum = Lanes.Sum(low, high);
        }

        for (; i < length; i++)
        {
            sum += Advance(ref weights, i, Unsafe.Add(ref _output, i), Activity(i, isFirst), change);
        }

        return sum;
    }

    /// <summary>The same with two rows side by side, since an addition waits four cycles for the one before it.</summary>
    /// <param name="rows">The two rows.</param>
    /// <param name="change">The multiple of the activities that the first row changes by.</param>
    /// <param name="change2">That of the second row.</param>
    /// <param name="isFirst">Whether the activities are still those of the step before.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double First, double Second) Two(Span<double> rows, double change, double change2, bool isFirst)
    {
        ref double weights = ref MemoryMarshal.GetReference(rows);
        nuint i = 0;
        nuint length = (nuint)_length;
        (double First, double Second) sum;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> a = default, b = default;
            for (; i + LaneCount <= length; i += LaneCount)
            {
                Vector512<double> output = Vector512.LoadUnsafe(ref _output, i);
                Vector512<double> activities = Activities512(i, isFirst);
                a += Advance(ref weights, i, output, activities, change);
                b += Advance(ref weights, length + i, output, activities, change2);
            }

            sum = (Lanes.Sum(a), Lanes.Sum(b));
        }
        else
        {
            Vector256<double> a = default, b = default, c = default, d = default;
            for (; i + LaneCount <= length; i += LaneCount)
            {
                Vector256<double> low = Vector256.LoadUnsafe(ref _output, i);
                Vector256<double> lowActivities = Activities256(i, isFirst);
                a += Advance(ref weights, i, low, lowActivities, change);
                c += Advance(ref weights, length + i, low, lowActivities, change2);
                Vector256<double> high = Vector256.LoadUnsafe(ref _output, i + 4);
                Vector256<double> highActivities = Activities256(i + 4, isFirst);
                b += Advance(ref weights, i + 4, high, highActivities, change);
                d += Advance(ref weights, length + i + 4, high, highActivities, change2);
            }

            sum = (Lanes.Sum(a, b), Lanes.Sum(c, d));
        }

        for (; i < length; i++)
        {
            double activity = Activity(i, isFirst);
            sum.First += Advance(ref weights, i, Unsafe.Add(ref _output, i), activity, change);
            sum.Second += Advance(ref weights, length + i, Unsafe.Add(ref _output, i), activity, change2);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Advance(ref double weights, nuint i, Vector512<double> output, Vector512<double> activities, double change)
    {
        Vector512<double> old = Vector512.LoadUnsafe(ref weights, i);
        (old + change * activities).StoreUnsafe(ref weights, i);
        return old * output;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Advance(ref double weights, nuint i, Vector256<double> output, Vector256<double> activities, double change)
    {
        Vector256<double> old = Vector256.LoadUnsafe(ref weights, i);
        (old + change * activities).StoreUnsafe(ref weights, i);
        return old * output;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Advance(ref double weights, nuint i, double output, double activity, double change)
    {
        ref double weight = ref Unsafe.Add(ref weights, i);
        double old = weight;
        weight = old + change * activity;
        return old * output;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Activities512(nuint i, bool isFirst)
    {
        Vector512<double> activities = Vector512.LoadUnsafe(ref _activities, i);
        if (isFirst)
        {
            activities = _decay * activities + _gain * Vector512.LoadUnsafe(ref _output, i);
            activities.StoreUnsafe(ref _activities, i);
        }

        return activities;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Activities256(nuint i, bool isFirst)
    {
        Vector256<double> activities = Vector256.LoadUnsafe(ref _activities, i);
        if (isFirst)
        {
            activities = _decay * activities + _gain * Vector256.LoadUnsafe(ref _output, i);
            activities.StoreUnsafe(ref _activities, i);
        }

        return activities;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Activity(nuint i, bool isFirst)
    {
        ref double activity = ref Unsafe.Add(ref _activities, i);
        if (isFirst)
        {
            activity = _decay * activity + _gain * Unsafe.Add(ref _output, i);
        }

        return activity;
    }
}
