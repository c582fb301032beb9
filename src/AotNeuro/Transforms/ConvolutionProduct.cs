using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro;

/// <summary>
/// A product of matrices, <c>[positions, depth] . [depth, filters]</c>. Row p of the left factor is not stored: it is the runs
/// <c>source[sources[p] + run ..]</c>, one after the other. Row p of the result goes to <c>target[targets[p] ..]</c>.
/// </summary>
/// <remarks>
/// Four rows at a time by eight columns, or four, or one. A lane is an element of the result, summed by itself in order of depth
/// and unfused, so the bits do not depend on how it is cut.
/// </remarks>
internal sealed class ConvolutionProduct
{
    private const int Rows = 4;

    private readonly int[] _sources;
    private readonly int[] _targets;
    private readonly int[] _runs;
    private readonly int _runLength;
    private readonly double[] _kernel;
    private readonly int _filters;

    /// <summary>Plans a product.</summary>
    /// <param name="sources">Where the window of each position begins in the padded input.</param>
    /// <param name="targets">Where the filters of each position begin in the output.</param>
    /// <param name="runs">Where each run begins in a window.</param>
    /// <param name="runLength">Length of a run; the depth is this times the number of runs.</param>
    /// <param name="kernel">The right factor, <c>[depth, filters]</c>.</param>
    /// <param name="filters">Columns of the right factor.</param>
    public ConvolutionProduct(int[] sources, int[] targets, int[] runs, int runLength, double[] kernel, int filters)
    {
        (_sources, _targets) = (WholeTiles(sources), WholeTiles(targets));
        (_runs, _runLength, _kernel, _filters) = (runs, runLength, kernel, filters);
    }

    /// <summary>Multiplies. The offsets were planned for spans of these lengths; nothing is checked here.</summary>
    public void Multiply(ReadOnlySpan<double> source, Span<double> target)
    {
        ref double from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(target);
        int filter = 0;
        for (; filter <= _filters - 8; filter += 8)
        {
            EightFilters(ref from, ref to, filter);
        }

        for (; filter < _filters && _filters >= 4; filter += 4)
        {
            // The last four overlap others that are done: the same sums are stored twice.
            FourFilters(ref from, ref to, Math.Min(filter, _filters - 4));
        }

        for (; filter < _filters; filter++)
        {
            OneFilter(ref from, ref to, filter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EightFilters(ref double from, ref double to, int filter)
    {
        for (int p = 0; p < _sources.Length; p += Rows)
        {
            Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default;
            Vector256<double> b0 = default, b1 = default, b2 = default, b3 = default;
            ref double kernel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_kernel), filter);
            foreach (int run in _runs)
            {
                ref double x0 = ref Unsafe.Add(ref from, _sources[p] + run);
                ref double x1 = ref Unsafe.Add(ref from, _sources[p + 1] + run);
                ref double x2 = ref Unsafe.Add(ref from, _sources[p + 2] + run);
                ref double x3 = ref Unsafe.Add(ref from, _sources[p + 3] + run);
                for (int i = 0; i < _runLength; i++)
                {
                    Vector256<double> a = Vector256.LoadUnsafe(ref kernel);
                    Vector256<double> b = Vector256.LoadUnsafe(ref kernel, 4);
                    a0 += Unsafe.Add(ref x0, i) * a;
                    b0 += Unsafe.Add(ref x0, i) * b;
                    a1 += Unsafe.Add(ref x1, i) * a;
                    b1 += Unsafe.Add(ref x1, i) * b;
                    a2 += Unsafe.Add(ref x2, i) * a;
                    b2 += Unsafe.Add(ref x2, i) * b;
                    a3 += Unsafe.Add(ref x3, i) * a;
                    b3 += Unsafe.Add(ref x3, i) * b;
                    kernel = ref Unsafe.Add(ref kernel, _filters);
                }
            }

            Store(a0, a1, a2, a3, ref to, p, filter);
            Store(b0, b1, b2, b3, ref to, p, filter + 4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourFilters(ref double from, ref double to, int filter)
    {
        for (int p = 0; p < _sources.Length; p += Rows)
        {
            Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default;
            ref double kernel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_kernel), filter);
            foreach (int run in _runs)
            {
                ref double x0 = ref Unsafe.Add(ref from, _sources[p] + run);
                ref double x1 = ref Unsafe.Add(ref from, _sources[p + 1] + run);
                ref double x2 = ref Unsafe.Add(ref from, _sources[p + 2] + run);
                ref double x3 = ref Unsafe.Add(ref from, _sources[p + 3] + run);
                for (int i = 0; i < _runLength; i++)
                {
                    Vector256<double> a = Vector256.LoadUnsafe(ref kernel);
                    a0 += Unsafe.Add(ref x0, i) * a;
                    a1 += Unsafe.Add(ref x1, i) * a;
                    a2 += Unsafe.Add(ref x2, i) * a;
                    a3 += Unsafe.Add(ref x3, i) * a;
                    kernel = ref Unsafe.Add(ref kernel, _filters);
                }
            }

            Store(a0, a1, a2, a3, ref to, p, filter);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneFilter(ref double from, ref double to, int filter)
    {
        for (int p = 0; p < _sources.Length; p += Rows)
        {
            double a0 = 0.0, a1 = 0.0, a2 = 0.0, a3 = 0.0;
            ref double kernel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_kernel), filter);
            foreach (int run in _runs)
            {
                ref double x0 = ref Unsafe.Add(ref from, _sources[p] + run);
                ref double x1 = ref Unsafe.Add(ref from, _sources[p + 1] + run);
                ref double x2 = ref Unsafe.Add(ref from, _sources[p + 2] + run);
                ref double x3 = ref Unsafe.Add(ref from, _sources[p + 3] + run);
                for (int i = 0; i < _runLength; i++)
                {
                    a0 += Unsafe.Add(ref x0, i) * kernel;
                    a1 += Unsafe.Add(ref x1, i) * kernel;
                    a2 += Unsafe.Add(ref x2, i) * kernel;
                    a3 += Unsafe.Add(ref x3, i) * kernel;
                    kernel = ref Unsafe.Add(ref kernel, _filters);
                }
            }

            Unsafe.Add(ref to, _targets[p] + filter) = a0;
            Unsafe.Add(ref to, _targets[p + 1] + filter) = a1;
            Unsafe.Add(ref to, _targets[p + 2] + filter) = a2;
            Unsafe.Add(ref to, _targets[p + 3] + filter) = a3;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(
        Vector256<double> s0, Vector256<double> s1, Vector256<double> s2, Vector256<double> s3, ref double to, int p, int filter)
    {
        s0.StoreUnsafe(ref Unsafe.Add(ref to, _targets[p] + filter));
        s1.StoreUnsafe(ref Unsafe.Add(ref to, _targets[p + 1] + filter));
        s2.StoreUnsafe(ref Unsafe.Add(ref to, _targets[p + 2] + filter));
        s3.StoreUnsafe(ref Unsafe.Add(ref to, _targets[p + 3] + filter));
    }

    /// <summary>The offsets with the last one repeated up to a multiple of four.</summary>
    private static int[] WholeTiles(int[] offsets) =>
        [.. offsets, .. Enumerable.Repeat(offsets[^1], (Rows - offsets.Length % Rows) % Rows)];
}
