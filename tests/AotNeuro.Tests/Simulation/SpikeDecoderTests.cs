using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Simulation;

/// <summary>
/// Sums over the neurons that spiked, against a plain loop: the same bits. Of the neurons of a list every other one is added up apart.
/// </summary>
public class SpikeDecoderTests
{
    /// <summary>Numbers of blocks at and beside the length of a list (512), row lengths that take one vector, two, and both.</summary>
    [Theory]
    [InlineData(1, 8, 0.5)]
    [InlineData(7, 16, 0.1)]
    [InlineData(125, 8, 0.05)]
    [InlineData(511, 24, 0.3)]
    [InlineData(512, 8, 1.0)]
    [InlineData(513, 40, 0.9)]
    [InlineData(1300, 16, 0.02)]
    [InlineData(20, 8, 0.0)]
    public void Sums_are_those_of_a_plain_loop(int blocks, int stride, double share)
    {
        var random = new System.Random(blocks + stride);
        var bits = new byte[(blocks + 7) / 8 * 8];
        var decoders = new double[blocks * 8 * stride];
        var expected = new double[stride];
        for (int i = 0; i < decoders.Length; i++)
        {
            decoders[i] = random.NextDouble() * 2.0 - 1.0;
        }

        var odd = new double[stride];
        int count = 0;
        for (int neuron = 0; neuron < blocks * 8; neuron++)
        {
            if (neuron % 4096 == 0)
            {
                AddOdd();
            }

            if (random.NextDouble() < share)
            {
                bits[neuron / 8] |= (byte)(1 << neuron % 8);
                double[] sums = count++ % 2 == 0 ? expected : odd;
                for (int i = 0; i < stride; i++)
                {
                    sums[i] += decoders[neuron * stride + i];
                }
            }
        }

        AddOdd();

        var spikes = new double[bits.Length / 8];
        Buffer.BlockCopy(bits, 0, spikes, 0, bits.Length);
        double[] decoded = [.. Enumerable.Repeat(double.NaN, stride)];
        SpikeDecoder.Decode(ref spikes[0], blocks, ref decoders[0], stride, ref decoded[0]);

        Assert.Equal(Bits.Of(expected), Bits.Of(decoded));

        void AddOdd()
        {
            for (int i = 0; i < stride; i++)
            {
                expected[i] += odd[i];
            }

            Array.Clear(odd);
            count = 0;
        }
    }
}
