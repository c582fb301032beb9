using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.Numerics;

/// <summary>Solves symmetric positive definite systems by the factorisation U'U.</summary>
/// <remarks>
/// Right-looking by panels of rows (Golub and Van Loan, Matrix Computations, 4th edition, section 4.2). A panel is worked on in
/// strips, where eight rows at a time have the rows above subtracted by <see cref="Tile"/> and are then finished among themselves; the
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
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Solve(LinearSystem system, Span<double> solution, CancellationToken cancellation = default)
    {
        var inverses = new double[system.PaddedSize];
        Factor(system, inverses, cancellation);
        for (int strip = system.RowStrips; strip < system.Strips; strip++)
        {
            SubstituteBack(system, inverses, strip, solution);
        }
    }

    /// <param name="system">The system.</param>
    /// <param name="inverses">Receives the inverses of the factor's diagonal.</param>
    /// <param name="cancellation">Stops between panels.</param>
    private static void Factor(LinearSystem system, double[] inverses, CancellationToken cancellation)
    {
        using var packed = new PackedStrips(system.Strips, Math.Min(PanelRows, system.PaddedSize));
        for (int first = 0; first < system.PaddedSize; first += PanelRows)
        {
            cancellation.ThrowIfCancellationRequested();
            int row = first;
            int rows = Math.Min(PanelRows, system.PaddedSize - row);
            int firstStrip = row / Tile.Size;
            int below = firstStrip + rows / Tile.Size;
            FactorStrips(system, packed, firstStrip, firstStrip, below, inverses.AsSpan(row, rows));

            // The diagonal is done; strips beside it know nothing of each other.
            int right = system.Strips - below;
            Workers.ForEach((double)right * Tile.Size * rows * rows, (right + StripsOfPart - 1) / StripsOfPart, part =>
            {
                int strip = below + part * StripsOfPart;
                FactorStrips(system, packed, firstStrip, strip, Math.Min(strip + StripsOfPart, system.Strips), inverses.AsSpan(row, rows));
            });
            system.AddProduct(packed, below, rows, -1.0);
        }
    }

    /// <summary>Factors the strips of a panel from one to before another.</summary>
    private static void FactorStrips(LinearSystem system, PackedStrips packed, int firstStrip, int start, int end, Span<double> inverses)
    {
        int rows = inverses.Length;
        for (int strip = start; strip < end; strip++)
        {
            Span<double> values = packed[strip][..(rows * Tile.Size)];
            Span<double> place = system.Values[(firstStrip * Tile.Size * system.Stride + strip * Tile.Size)..];
            CopyRows(place, system.Stride, values, Tile.Size, rows);
            FactorStrip(packed, firstStrip, strip, values, inverses);
            CopyRows(values, Tile.Size, place, system.Stride, rows);
        }
    }

    /// <summary>Turns the part of a strip that lies in a panel into rows of the factor, down to the diagonal.</summary>
    private static void FactorStrip(PackedStrips packed, int firstStrip, int strip, Span<double> values, Span<double> inverses)
    {
        int end = Math.Min(inverses.Length, (strip - firstStrip + 1) * Tile.Size);
        for (int row = 0; row < end; row += Tile.Size)
        {
            Span<double> left = packed[firstStrip + row / Tile.Size];
            bool isDiagonal = firstStrip + row / Tile.Size == strip;
            Tile.AddProduct(ref left[0], ref values[0], row, -1.0, ref values[row * Tile.Size], Tile.Size);
            for (int i = 0; i < Tile.Size; i++)
            {
                Span<double> current = Row(values, row + i);
                for (int above = 0; above < i; above++)
                {
                    VectorLoops.AddScaled(-left[(row + above) * Tile.Size + i], Row(values, row + above), current);
                }

                if (isDiagonal)
                {
                    inverses[row + i] = InverseRoot(current[i]);
                }

                VectorLoops.Scale(inverses[row + i], current);
            }
        }
    }

    private static double InverseRoot(double pivot) =>
        pivot > 0.0 && double.IsFinite(pivot)
            ? 1.0 / Math.Sqrt(pivot)
            : throw new ArithmeticException(FormattableString.Invariant($"The matrix is not positive definite: a pivot is {pivot}."));

    private static Span<double> Row(Span<double> strip, int row) => strip.Slice(row * Tile.Size, Tile.Size);

    private static void CopyRows(ReadOnlySpan<double> source, int sourceStride, Span<double> target, int targetStride, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            source.Slice(row * sourceStride, Tile.Size).CopyTo(target.Slice(row * targetStride, Tile.Size));
        }
    }

    /// <summary>Solves U x = y for the right sides of a strip, from the last row up.</summary>
    private static void SubstituteBack(LinearSystem system, ReadOnlySpan<double> inverses, int strip, Span<double> solution)
    {
        using var memory = new AlignedMemory(system.Size * Tile.Size);
        Span<double> x = memory.Span;
        int firstSide = (strip - system.RowStrips) * Tile.Size;
        int sides = Math.Min(Tile.Size, system.Sides - firstSide);
        for (int row = system.Size - 1; row >= 0; row--)
        {
            ReadOnlySpan<double> factor = system.Values.Slice(row * system.Stride, system.Stride);
            Span<double> current = Row(x, row);
            factor.Slice(strip * Tile.Size, Tile.Size).CopyTo(current);
            SubtractRows(factor[(row + 1)..system.Size], x[((row + 1) * Tile.Size)..], current);
            VectorLoops.Scale(inverses[row], current);
            current[..sides].CopyTo(solution[(row * system.Sides + firstSide)..]);
        }
    }

    /// <summary><c>current -= factors . rows</c>, rows of eight.</summary>
    private static void SubtractRows(ReadOnlySpan<double> factors, ReadOnlySpan<double> rows, Span<double> current)
    {
        ref double source = ref MemoryMarshal.GetReference(rows);
        ref double target = ref MemoryMarshal.GetReference(current);
        Vector256<double> low = Vector256.LoadUnsafe(ref target);
        Vector256<double> high = Vector256.LoadUnsafe(ref target, 4);
        for (int i = 0; i < factors.Length; i++)
        {
            Vector256<double> factor = Vector256.Create(factors[i]);
            low -= factor * Vector256.LoadUnsafe(ref source, (nuint)(i * Tile.Size));
            high -= factor * Vector256.LoadUnsafe(ref source, (nuint)(i * Tile.Size + 4));
        }

        low.StoreUnsafe(ref target);
        high.StoreUnsafe(ref target, 4);
    }
}
