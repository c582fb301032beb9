using System.Buffers.Binary;
using System.IO.Compression;
using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

/// <summary>The table that Nengo computed with SciPy.</summary>
public sealed class InverseBetaTableTests
{
    [Fact]
    public void The_table_is_that_of_Nengo()
    {
        using Stream file = ReferenceFiles.Open("betaincinv22_table.npz");
        using var archive = new ZipArchive(file);
        long[] dimensions = [.. Read(archive, "dims.npy")];
        double[] x = [.. Read(archive, "x.npy").Select(BitConverter.Int64BitsToDouble)];
        double[] y = [.. Read(archive, "y.npy").Select(BitConverter.Int64BitsToDouble)];

        Assert.Equal(dimensions, InverseBetaTable.Dimensions.ToArray().Select(dimension => (long)dimension));
        for (int i = 0; i < x.Length; i++)
        {
            InverseBetaTable.Curve row = InverseBetaTable.Row(i / 200);
            Assert.Equal(200, row.X.Length);
            Assert.Equal(x[i], row.X[i % 200], 5e-14);

            // SciPy's inverse is right to about 1e-16 in the function, not in y: where the function is flat, and no sample
            // falls, its y is up to 0.9 off. Ours is held to the function there.
            var beta = new RegularizedBeta((int)dimensions[i / 200], 1);
            foreach (double inverse in new[] { row.Y[i % 200], y[i] })
            {
                double rounding = inverse is > 0.0 and < 1.0 ? 2e-16 * beta.Density(inverse) : 0.0;
                Assert.Equal(x[i], beta.Value(inverse), 5e-13 + rounding);
            }

            if (x[i] > 1e-5)
            {
                Assert.Equal(y[i], row.Y[i % 200], 5e-13);
            }
        }
    }

    [Fact]
    public void Between_rows_the_curve_lies_between_those_of_both()
    {
        foreach (double x in new[] { 0.01, 0.2, 0.5, 0.9 })
        {
            double below = InverseBetaTable.For(26).At(x);
            double above = InverseBetaTable.For(30).At(x);
            Assert.InRange(InverseBetaTable.For(28).At(x), Math.Min(below, above), Math.Max(below, above));
        }

        Assert.Equal(InverseBetaTable.For(1000), InverseBetaTable.For(5000));
    }

    /// <summary>The 64-bit items of an array file, whose header's length stands at byte 8.</summary>
    private static IEnumerable<long> Read(ZipArchive archive, string name)
    {
        using Stream entry = archive.GetEntry(name)!.Open();
        using var memory = new MemoryStream();
        entry.CopyTo(memory);
        byte[] bytes = memory.ToArray();
        for (int i = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)); i < bytes.Length; i += 8)
        {
            yield return BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i));
        }
    }
}
