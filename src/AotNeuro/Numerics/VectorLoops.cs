using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.CompilerServices;

namespace AotNeuro.Numerics;

/// <summary>Loops over whole arrays whose results are the same bits for every width of vectors.</summary>
internal static class VectorLoops
{
    /// <summary><c>target += factor * source</c>, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        ref double from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(target);
        int i = 0;
        for (; i <= target.Length - 4; i += 4)
        {
            Vector256<double> sum = Vector256.LoadUnsafe(ref to, (nuint)i) + factor * Vector256.LoadUnsafe(ref from, (nuint)i);
            sum.StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }

    /// <summary><c>target *= factor</c>, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(double factor, Span<double> target)
    {
        ref double to = ref MemoryMarshal.GetReference(target);
        int i = 0;
        for (; i <= target.Length - 4; i += 4)
        {
            (factor * Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] *= factor;
        }
    }

    /// <summary><c>state = decay * state + gain * source</c>, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lowpass(double decay, double gain, ReadOnlySpan<double> source, Span<double> state)
    {
        ref double from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(state);
        int i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= state.Length - 8; i += 8)
        {
            Vector512<double> next = decay * Vector512.LoadUnsafe(ref to, (nuint)i) + gain * Vector512.LoadUnsafe(ref from, (nuint)i);
            next.StoreUnsafe(ref to, (nuint)i);
        }

        for (; i <= state.Length - 4; i += 4)
        {
            Vector256<double> next = decay * Vector256.LoadUnsafe(ref to, (nuint)i) + gain * Vector256.LoadUnsafe(ref from, (nuint)i);
            next.StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < state.Length; i++)
        {
            state[i] = decay * state[i] + gain * source[i];
        }
    }

    /// <summary>The scalar product, summed in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        ref double a = ref MemoryMarshal.GetReference(first);
        ref double b = ref MemoryMarshal.GetReference(second);
        Vector256<double> low = default;
        Vector256<double> high = default;
        int i = 0;
        for (; i <= first.Length - 8; i += 8)
        {
            low += Vector256.LoadUnsafe(ref a, (nuint)i) * Vector256.LoadUnsafe(ref b, (nuint)i);
            high += Vector256.LoadUnsafe(ref a, (nuint)i + 4) * Vector256.LoadUnsafe(ref b, (nuint)i + 4);
        }

        double sum = Lanes.Sum(low, high);
        for (; i < first.Length; i++)
        {
            sum += first[i] * second[i];
        }

        return sum;
    }

    /// <summary>The largest of at least one number, none of them NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Max(ReadOnlySpan<double> values)
    {
        ref double from = ref MemoryMarshal.GetReference(values);
        Vector256<double> largest = Vector256.Create(values[0]);
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            largest = Vector256.Max(largest, Vector256.LoadUnsafe(ref from, (nuint)i));
        }

        double result = Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
        for (; i < values.Length; i++)
        {
            result = Math.Max(result, values[i]);
        }

        return result;
    }

    /// <summary>The first number that is NaN or infinite, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int IndexOfNonFinite(ReadOnlySpan<double> values)
    {
        ref double from = ref MemoryMarshal.GetReference(values);
        Vector256<double> zeros = default, more = default, zero = Vector256<double>.Zero;
        int i = 0;
        for (; i <= values.Length - 8; i += 8)
        {
            // Zero times a finite number is zero, and NaN stays NaN.
            zeros += zero * Vector256.LoadUnsafe(ref from, (nuint)i);
            more += zero * Vector256.LoadUnsafe(ref from, (nuint)i + 4);
        }

        i = Vector256.EqualsAll(zeros + more, zero) ? i : 0;
        for (; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
