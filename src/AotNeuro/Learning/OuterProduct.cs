using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>Rows of outer products, which most learning rules are.</summary>
internal static class OuterProduct
{
    /// <summary><c>row = factor * values</c>, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SetRow(double factor, ReadOnlySpan<double> values, Span<double> row)
    {
        ref double from = ref MemoryMarshal.GetReference(values);
        ref double to = ref MemoryMarshal.GetReference(row);
        int i = 0;
        for (; i <= row.Length - 4; i += 4)
        {
            (factor * Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            row[i] = factor * values[i];
        }
    }
}
