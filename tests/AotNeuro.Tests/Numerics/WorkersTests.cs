using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(1e12)]
    public void Every_part_is_done_once(double work)
    {
        var done = new int[64];
        int parts = 0;
        Workers.Share(work, (part, count) =>
        {
            Interlocked.Increment(ref done[part]);
            Volatile.Write(ref parts, count);
        });

        Assert.Equal(work < 1e8 ? 1 : Math.Min(Environment.ProcessorCount, 16), parts);
        Assert.All(done[..parts], times => Assert.Equal(1, times));
        Assert.All(done[parts..], times => Assert.Equal(0, times));
    }

    /// <summary>A product that is shared holds the same bits as its first columns, which are few enough for one thread.</summary>
    [Fact]
    public void Sharing_changes_no_bit()
    {
        const int Rows = 192, Columns = 1400, Few = 96;
        var random = new System.Random(1);
        double[] large = [.. Enumerable.Range(0, Rows * Columns).Select(_ => random.NextDouble() - 0.5)];
        double[] small = [.. Enumerable.Range(0, Rows * Few).Select(i => large[i / Few * Columns + i % Few])];
        double[] sides = new double[Rows];
        LinearSystem shared = LinearSystem.Normal(new(large, Rows, Columns), new(sides, Rows, 1));
        LinearSystem alone = LinearSystem.Normal(new(small, Rows, Few), new(sides, Rows, 1));

        for (int row = 0; row < Few; row++)
        {
            Assert.Equal(
                Simulation.Bits.Of(alone.Values.Slice(row * alone.Stride + row, Few - row)),
                Simulation.Bits.Of(shared.Values.Slice(row * shared.Stride + row, Few - row)));
        }
    }
}
