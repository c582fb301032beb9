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

        Assert.Equal(work < 2e6 ? 1 : Math.Min(Environment.ProcessorCount, 16), parts);
        Assert.All(done[..parts], times => Assert.Equal(1, times));
        Assert.All(done[parts..], times => Assert.Equal(0, times));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e12)]
    public void Each_part_of_many_is_done_once(double work)
    {
        var done = new int[1000];
        Workers.ForEach(work, done.Length, part => Interlocked.Increment(ref done[part]));

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e12)]
    public void The_first_part_that_fails_is_heard(double work)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Workers.ForEach(work, 1000, part =>
        {
            if (part >= 7)
            {
                throw new InvalidOperationException($"{part}");
            }
        }));

        Assert.Equal("7", error.Message);
    }

    [Fact]
    public void Parts_share_no_further()
    {
        int parts = 0;
        Workers.ForEach(1e12, 2, _ => Workers.Share(1e12, (_, count) => Interlocked.Add(ref parts, count)));

        Assert.Equal(2, parts);
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
        LinearSystem<double> shared = LinearSystem.Normal(new(large, Rows, Columns), new(sides, Rows, 1));
        LinearSystem<double> alone = LinearSystem.Normal(new(small, Rows, Few), new(sides, Rows, 1));

        for (int row = 0; row < Few; row++)
        {
            Assert.Equal(
                Simulation.Bits.Of(alone.Values.Slice(row * alone.Stride + row, Few - row)),
                Simulation.Bits.Of(shared.Values.Slice(row * shared.Stride + row, Few - row)));
        }
    }
}
