using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.Transforms;

/// <summary>
/// Convolutions against their definition, over many shapes: 1 to 4 dimensions, channels last and first, both paddings, strides,
/// groups. Sums run in the definition's order, so results are equal to the last bit.
/// </summary>
public sealed class ConvolutionTests
{
    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 120)]
    [InlineData(3, 40)]
    [InlineData(4, 10)]
    public void A_convolution_is_its_definition(int dimensions, int count)
    {
        var random = new RandomState((uint)dimensions);
        for (int i = 0; i < count; i++)
        {
            Shapes shapes = Shapes.Draw(random, dimensions);
            var transform = new Convolution(
                shapes.Filters, shapes.Input, shapes.Kernel, shapes.Strides, shapes.Padding, shapes.Groups, new Gaussian(0.0, 1.0));
            TransformStep step = transform.MakeStep(random);
            double[] x = Values(random, transform.SizeIn);

            Assert.Equal(DirectConvolution.Forward(transform, step.Weights, x), Apply(step, x, transform.SizeOut));
        }
    }

    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 120)]
    [InlineData(3, 40)]
    [InlineData(4, 10)]
    public void A_transposed_convolution_is_the_transposed_matrix(int dimensions, int count)
    {
        var random = new RandomState((uint)dimensions + 10);
        for (int i = 0; i < count; i++)
        {
            Shapes shapes = Shapes.Draw(random, dimensions);
            var transform = new ConvolutionTranspose(
                shapes.Filters, shapes.Input, null, shapes.Kernel, shapes.Strides, shapes.Padding, shapes.Groups);
            transform = new(
                shapes.Filters,
                shapes.Input,
                Larger(transform, random),
                shapes.Kernel,
                shapes.Strides,
                shapes.Padding,
                shapes.Groups,
                new Gaussian(0.0, 1.0));
            TransformStep step = transform.MakeStep(random);
            double[] x = Values(random, transform.SizeIn);

            Assert.Equal(DirectConvolution.Transposed(transform, step.Weights, x), Apply(step, x, transform.SizeOut));
        }
    }

    [Theory]
    [InlineData(Padding.Valid, 6, 3, 2, 2)]
    [InlineData(Padding.Valid, 7, 3, 2, 3)]
    [InlineData(Padding.Valid, 5, 5, 3, 1)]
    [InlineData(Padding.Same, 6, 3, 2, 3)]
    [InlineData(Padding.Same, 7, 3, 2, 4)]
    [InlineData(Padding.Same, 5, 2, 1, 5)]
    public void The_size_of_the_output_follows_from_the_padding(Padding padding, int input, int kernel, int stride, int output)
    {
        var last = new Convolution(4, new ChannelShape([input, 3]), [kernel], [stride], padding);
        Assert.Equal(new ChannelShape([output, 4]), last.OutputShape);
        var square = new ChannelShape([3, input, input], channelsLast: false);
        var first = new Convolution(4, square, [kernel, kernel], [stride, stride], padding);
        Assert.Equal(new ChannelShape([4, output, output], channelsLast: false), first.OutputShape);
        Assert.Equal((3 * input * input, 4 * output * output), (first.SizeIn, first.SizeOut));
    }

    [Theory]
    [InlineData(Padding.Valid, 3, 3, 2, 7)]
    [InlineData(Padding.Valid, 3, 1, 2, 5)]
    [InlineData(Padding.Same, 3, 3, 2, 5)]
    [InlineData(Padding.Same, 4, 5, 1, 4)]
    public void The_default_output_of_a_transpose_is_the_smallest(Padding padding, int input, int kernel, int stride, int output)
    {
        var transform = new ConvolutionTranspose(2, new ChannelShape([input, 3]), null, [kernel], [stride], padding);
        Assert.Equal(new ChannelShape([output, 2]), transform.OutputShape);
    }

    [Fact]
    public void Defaults_are_3_in_every_dimension_strides_of_1_and_no_padding()
    {
        var transform = new Convolution(2, new ChannelShape([5, 6, 7, 1]));
        Assert.Equal([3, 3, 3], transform.KernelSize);
        Assert.Equal([1, 1, 1], transform.Strides);
        Assert.Equal((Padding.Valid, 1), (transform.Padding, transform.Groups));
        Assert.Equal(new Uniform(-1.0, 1.0), transform.Init);
        Assert.Equal(new ChannelShape([3, 4, 5, 2]), transform.OutputShape);
    }

    [Fact]
    public void A_kernel_is_drawn_position_by_position()
    {
        // The distribution sees (input channels / groups, filters) at each of the 6 positions, as Nengo's does.
        var shapes = new List<(int Count, int Dimensions)>();
        var transform = new Convolution(
            4, new ChannelShape([5, 5, 6]), [2, 3], groups: 2, init: new Recorded(new Uniform(-1.0, 1.0), shapes));
        TransformStep step = transform.MakeStep(new RandomState(7));

        Assert.Equal(Enumerable.Repeat((3, 4), 6), shapes);
        var random = new RandomState(7);
        Assert.Equal(Enumerable.Range(0, 72).Select(_ => random.Uniform(-1.0, 1.0)), step.Weights.ToArray());
    }

    [Fact]
    public void Equal_arguments_make_equal_transforms()
    {
        var kernel = new double[3, 2, 4];
        kernel[1, 1, 1] = 2.0;
        var first = new Convolution(4, new ChannelShape([6, 2]), kernel);
        Assert.Equal(first, new Convolution(4, new ChannelShape([6, 2]), (double[,,])kernel.Clone()));
        kernel[1, 1, 1] = 3.0;
        Assert.NotEqual(first, new Convolution(4, new ChannelShape([6, 2]), kernel));
        Assert.NotEqual(first, new Convolution(4, new ChannelShape([6, 2]), [3]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Applying_allocates_nothing(bool channelsLast)
    {
        ChannelShape shape = ChannelShape.FromSpaceAndChannels([9, 8], 6, channelsLast);
        TransformStep[] steps =
        [
            new Convolution(8, shape, padding: Padding.Same).MakeStep(new RandomState(0)),
            new ConvolutionTranspose(8, shape, strides: [2, 2]).MakeStep(new RandomState(0)),
        ];
        double[][] outputs = [new double[9 * 8 * 8], new double[19 * 17 * 8]];
        var x = new double[shape.Size];
        long before = 0;
        for (int round = 0; round < 3; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            steps[0].Apply(x, outputs[0]);
            steps[1].Apply(x, outputs[1]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double[] Apply(TransformStep step, double[] x, int size)
    {
        // Twice, and onto rubbish: nothing is left over from an earlier step.
        var y = new double[size];
        step.Apply([.. x.Select(value => 3.0 - value)], y);
        step.Apply(x, y);
        return y;
    }

    private static double[] Values(RandomState random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextGaussian())];

    /// <summary>One of the larger shapes that the convolution brings to the same input.</summary>
    private static ChannelShape Larger(ConvolutionTranspose transform, RandomState random)
    {
        int[] space = transform.OutputShape.SpatialShape.ToArray();
        for (int i = 0; i < space.Length; i++)
        {
            space[i] += random.RandInt(transform.Strides[i]);
        }

        return ChannelShape.FromSpaceAndChannels(space, transform.Filters, transform.InputShape.ChannelsLast);
    }

    private sealed record Shapes(
        ChannelShape Input, int[] Kernel, int[] Strides, Padding Padding, int Groups, int Filters)
    {
        public static Shapes Draw(RandomState random, int dimensions)
        {
            int groups = random.RandInt(4) == 0 ? random.RandInt(2, 4) : 1;
            Padding padding = random.RandInt(2) == 0 ? Padding.Valid : Padding.Same;
            int[] kernel = Extents(1, 5);
            int[] space = Extents(1, dimensions > 2 ? 5 : 9);
            space = padding == Padding.Valid ? [.. space.Zip(kernel, (extent, k) => extent + k - 1)] : space;
            int channels = groups * random.RandInt(1, 4);
            return new(
                ChannelShape.FromSpaceAndChannels(space, channels, random.RandInt(2) == 0),
                kernel,
                Extents(1, 5),
                padding,
                groups,
                groups * random.RandInt(1, 20 / groups));

            int[] Extents(int low, int high) => [.. Enumerable.Range(0, dimensions).Select(_ => random.RandInt(low, high))];
        }
    }

    /// <summary>Notes what it is asked for.</summary>
    private sealed record Recorded(Distribution Base, List<(int Count, int Dimensions)> Shapes) : Distribution
    {
        public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
        {
            Shapes.Add((count, dimensions));
            Base.Sample(count, dimensions, random, destination);
        }
    }
}
