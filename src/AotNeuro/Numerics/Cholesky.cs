using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>Solves symmetric positive definite systems by the factorisation U'U.</summary>
/// <remarks>
/// Right-looking by panels of rows (Golub and Van Loan, Matrix Computations, 4th edition, section 4.2). A panel is worked on in
/// strips, where as many rows as they are wide at a time have the rows above subtracted by <see cref="Tile"/> and are then finished among themselves; the
/// finished strips are the operands of the update of all that is below. Right sides are columns like others, and end up as U'^-1
/// times what they were.
/// </remarks>
internal static class Cholesky
{
    private const int PanelRows = 128;

    /// <summary>Strips of a panel that one processor takes at a time.</summary>
    private const int StripsOfPart = 16;

    /// <summary>Solves a system, which is overwritten by its factor.</summary>
    /// <param name="system">The system.</param>
    /// <param name="solution">Receives the solutions, <c>[size, sides]</c> row after row.</param>
    /// <param name="cancellation">Stops between panels.</param>
    /// <typeparam name="T">Double or float.</typeparam>
    /// <returns>The inverses of the factor's diagonal, for <see cref="SolveAgain"/>.</returns>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static T[] Solve<T>(LinearSystem<T> system, Span<T> solution, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var inverses = new T[system.PaddedSize];
        Factor(system, inverses, cancellation);
        using var memory = new AlignedMemory<T>(system.Size * Vector512<T>.Count);
        for (int strip = system.RowStrips; strip < system.Strips; strip++)
        {
            CopyRows(system.Values[(strip * Vector512<T>.Count)..], system.Stride, memory.Span, Vector512<T>.Count, system.Size);
            SubstituteBack(system, inverses, memory.Span);
            CopyStrip(system, strip, memory.Span, solution);
        }

        return inverses;
    }

    /// <summary>Solves a system that <see cref="Solve"/> has factored, for other right sides.</summary>
    /// <param name="system">The factor.</param>
    /// <param name="inverses">The inverses of its diagonal.</param>
    /// <param name="sides">The right sides, <c>[size, sides]</c>; overwritten by the solutions.</param>
    /// <typeparam name="T">Double or float.</typeparam>
    public static void SolveAgain<T>(LinearSystem<T> system, ReadOnlySpan<T> inverses, Span<T> sides)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var memory = new AlignedMemory<T>(system.Size * Vector512<T>.Count);
        for (int strip = system.RowStrips; strip < system.Strips; strip++)
        {
            (int first, int count) = SidesOf(system, strip);
            for (int row = 0; row < system.Size; row++)
            {
                sides.Slice(row * system.Sides + first, count).CopyTo(Row(memory.Span, row));
            }

            SubstituteForward(system, inverses, memory.Span);
            SubstituteBack(system, inverses, memory.Span);
            CopyStrip(system, strip, memory.Span, sides);
        }
    }

    /// <param name="system">The system.</param>
    /// <param name="inverses">Receives the inverses of the factor's diagonal.</param>
    /// <param name="cancellation">Stops between panels.</param>
    private static void Factor<T>(LinearSystem<T> system, T[] inverses, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var packed = new PackedStrips<T>(system.Strips, Math.Min(PanelRows, system.PaddedSize));
        for (int first = 0; first < system.PaddedSize; first += PanelRows)
        {
            cancellation.ThrowIfCancellationRequested();
            int row = first;
            int rows = Math.Min(PanelRows, system.PaddedSize - row);
            int firstStrip = row / Vector512<T>.Count;
            int below = firstStrip + rows / Vector512<T>.Count;
            FactorStrips(system, packed, firstStrip, firstStrip, below, inverses.AsSpan(row, rows));

            // The diagonal is done; strips beside it know nothing of each other.
            int right = system.Strips - below;
            Workers.ForEach((double)right * Vector512<T>.Count * rows * rows, (right + StripsOfPart - 1) / StripsOfPart, part =>
            {
                int strip = below + part * StripsOfPart;
                FactorStrips(system, packed, firstStrip, strip, Math.Min(strip + StripsOfPart, system.Strips), inverses.AsSpan(row, rows));
            });
            system.AddProduct(packed, below, rows, -T.One);
        }
    }

    /// <summary>Factors the strips of a panel from one to before another.</summary>
    private static void FactorStrips<T>(LinearSystem<T> system, PackedStrips<T> packed, int firstStrip, int start, int end, Span<T> inverses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = inverses.Length;
        for (int strip = start; strip < end; strip++)
        {
            Span<T> values = packed[strip][..(rows * Vector512<T>.Count)];
            Span<T> place = system.Values[(firstStrip * Vector512<T>.Count * system.Stride + strip * Vector512<T>.Count)..];
            CopyRows(place, system.Stride, values, Vector512<T>.Count, rows);
            FactorStrip(packed, firstStrip, strip, values, inverses);
            CopyRows(values, Vector512<T>.Count, place, system.Stride, rows);
        }
    }

    /// <summary>Turns the part of a strip that lies in a panel into rows of the factor, down to the diagonal.</summary>
    private static void FactorStrip<T>(PackedStrips<T> packed, int firstStrip, int strip, Span<T> values, Span<T> inverses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int end = Math.Min(inverses.Length, (strip - firstStrip + 1) * Vector512<T>.Count);
        for (int row = 0; row < end; row += Vector512<T>.Count)
        {
            Span<T> left = packed[firstStrip + row / Vector512<T>.Count];
            bool isDiagonal = firstStrip + row / Vector512<T>.Count == strip;
            Tile.AddProduct(ref left[0], ref values[0], row, -T.One, ref values[row * Vector512<T>.Count], Vector512<T>.Count);
            for (int i = 0; i < Vector512<T>.Count; i++)
            {
                ref T current = ref Row(values, row + i)[0];
                for (int above = 0; above < i; above++)
                {
                    Tile.SubtractScaled(left[(row + above) * Vector512<T>.Count + i], ref Row(values, row + above)[0], ref current);
                }

                if (isDiagonal)
                {
                    inverses[row + i] = InverseRoot(values[(row + i) * Vector512<T>.Count + i]);
                }

                Tile.Scale(inverses[row + i], ref current);
            }
        }
    }

    private static T InverseRoot<T>(T pivot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        pivot > T.Zero && T.IsFinite(pivot)
            ? T.One / T.Sqrt(pivot)
            : throw new ArithmeticException(FormattableString.Invariant($"The matrix is not positive definite: a pivot is {pivot}."));

    private static Span<T> Row<T>(Span<T> strip, int row)
        where T : unmanaged => strip.Slice(row * Vector512<T>.Count, Vector512<T>.Count);

    private static void CopyRows<T>(ReadOnlySpan<T> source, int sourceStride, Span<T> target, int targetStride, int rows)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            source.Slice(row * sourceStride, Vector512<T>.Count).CopyTo(target.Slice(row * targetStride, Vector512<T>.Count));
        }
    }

    /// <summary>Which right sides a strip holds.</summary>
    private static (int First, int Count) SidesOf<T>(LinearSystem<T> system, int strip)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int first = (strip - system.RowStrips) * Vector512<T>.Count;
        return (first, Math.Min(Vector512<T>.Count, system.Sides - first));
    }

    private static void CopyStrip<T>(LinearSystem<T> system, int strip, Span<T> x, Span<T> solution)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int first, int count) = SidesOf(system, strip);
        for (int row = 0; row < system.Size; row++)
        {
            Row(x, row)[..count].CopyTo(solution[(row * system.Sides + first)..]);
        }
    }

    /// <summary>Solves U' y = b for a strip of right sides, in place, from the first row down.</summary>
    private static void SubstituteForward<T>(LinearSystem<T> system, ReadOnlySpan<T> inverses, Span<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < system.Size; row++)
        {
            ReadOnlySpan<T> factor = system.Values.Slice(row * system.Stride, system.Size);
            ref T current = ref Row(x, row)[0];
            Tile.Scale(inverses[row], ref current);
            for (int below = row + 1; below < factor.Length; below++)
            {
                Tile.SubtractScaled(factor[below], ref current, ref x[below * Vector512<T>.Count]);
            }
        }
    }

    /// <summary>Solves U x = y for a strip of right sides, in place, from the last row up.</summary>
    private static void SubstituteBack<T>(LinearSystem<T> system, ReadOnlySpan<T> inverses, Span<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = system.Size - 1; row >= 0; row--)
        {
            ReadOnlySpan<T> factor = system.Values.Slice(row * system.Stride, system.Size);
            Span<T> current = Row(x, row);
            SubtractRows(factor[(row + 1)..], x[((row + 1) * Vector512<T>.Count)..], current);
            Tile.Scale(inverses[row], ref current[0]);
        }
    }

    /// <summary><c>current -= factors . rows</c>, rows of a strip.</summary>
    private static void SubtractRows<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> rows, Span<T> current)
        where T : unmanaged
    {
        ref T source = ref MemoryMarshal.GetReference(rows);
        ref T target = ref MemoryMarshal.GetReference(current);
        nuint half = (nuint)Vector256<T>.Count;
        Vector256<T> low = Vector256.LoadUnsafe(ref target);
        Vector256<T> high = Vector256.LoadUnsafe(ref target, half);
        for (int i = 0; i < factors.Length; i++)
        {
            Vector256<T> factor = Vector256.Create(factors[i]);
            low -= factor * Vector256.LoadUnsafe(ref source, 2 * half * (nuint)i);
            high -= factor * Vector256.LoadUnsafe(ref source, 2 * half * (nuint)i + half);
        }

        low.StoreUnsafe(ref target);
        high.StoreUnsafe(ref target, half);
    }
}
