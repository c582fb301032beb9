using AotNeuro.Random;

namespace AotNeuro.Tests.Transforms;

/// <summary>Arguments that do not fit are refused by the name of the parameter, with what to do.</summary>
public sealed class TransformValidationTests
{
    private static readonly ChannelShape Image = new([6, 5, 2]);

    public static TheoryData<string, Func<object>, string> Mistakes => new()
    {
        {
            "shape", () => new ChannelShape([3]),
            "shape needs at least two numbers, the channels and one extent in space, but has 1."
        },
        { "shape", () => new ChannelShape([3, 0, 2]), "Every number of shape must be above 0." },
        { "shape", () => new ChannelShape([65536, 65536, 2]), "shape has more than 2147483591 values: make it smaller." },
        { "rows", () => new Sparse(0, 3, [(0, 0)]), "rows must be above 0." },
        { "columns", () => new Sparse(3, -1, [(0, 0)]), "columns must be above 0." },
        {
            "indices", () => new Sparse(2, 3, [(0, 0), (2, 1)]),
            "Pair 1 of indices, (2, 1), is outside of a matrix of 2 x 3: count from 0."
        },
        {
            "indices", () => new Sparse(2, 3, [(0, -1)]),
            "Pair 0 of indices, (0, -1), is outside of a matrix of 2 x 3: count from 0."
        },
        { "values", () => new Sparse(2, 3, [(0, 0)], [1.0, 2.0]), "2 values do not fit 1 pairs of indices: give one for each." },
        { "values", () => new Sparse(2, 3, [(0, 0)], [double.NaN]), "values must be a finite number." },
        { "value", () => new Sparse(2, 3, [(0, 0)], double.NaN), "value must be a finite number." },
        { "filters", () => new Convolution(0, Image), "filters must be above 0." },
        {
            "kernelSize", () => new Convolution(1, Image, [3]),
            "kernelSize has 1 numbers, but the input (6, 5, ch=2) has 2 dimensions: give one for each."
        },
        { "kernelSize", () => new Convolution(1, Image, [3, 0]), "Every number of kernelSize must be above 0." },
        {
            "strides", () => new Convolution(1, new ChannelShape([2, 9], channelsLast: false), [3], [1, 1]),
            "strides has 2 numbers, but the input (ch=2, 9) has 1 dimensions: give one for each."
        },
        { "strides", () => new Convolution(1, Image, strides: [0, 1]), "Every number of strides must be above 0." },
        { "padding", () => new Convolution(1, Image, padding: (Padding)2), "padding must be Valid or Same." },
        {
            "padding", () => new Convolution(1, Image, [3, 6]),
            "A kernel of 6 in dimension 1 is larger than the input (6, 5, ch=2), so that the output would be empty: "
            + "make it smaller, or ask for padding Same."
        },
        { "groups", () => new Convolution(1, Image, groups: 0), "groups must be above 0." },
        {
            "groups", () => new Convolution(3, Image, groups: 2),
            "groups must divide the channels of the input and the filters: 2 does not divide 2 channels and 3 filters."
        },
        {
            "groups", () => new ConvolutionTranspose(4, Image, groups: 4),
            "groups must divide the channels of the input and the filters: 4 does not divide 2 channels and 4 filters."
        },
        {
            "kernel", () => new Convolution(4, Image, new double[3, 2, 4]),
            "kernel must be an array of double of 4 dimensions for the input (6, 5, ch=2)"
        },
        {
            "kernel", () => new Convolution(4, Image, new float[3, 3, 2, 4]),
            "kernel must be an array of double of 4 dimensions for the input (6, 5, ch=2)"
        },
        {
            "kernel", () => new Convolution(4, Image, new double[3, 3, 2, 4], groups: 2),
            "kernel has 2 input channels and 4 filters, but must have 1 and 4: "
        },
        {
            "kernel", () => new ConvolutionTranspose(3, Image, new double[3, 3, 2, 4]),
            "kernel has 2 input channels and 4 filters, but must have 2 and 3: "
        },
        {
            "kernel", () => new Convolution(1, new ChannelShape([2, 1]), new[,,] { { { double.NaN } } }),
            "kernel must be a finite number."
        },
        {
            "outputShape", () => new ConvolutionTranspose(3, Image, new ChannelShape([8, 3])),
            "outputShape (8, ch=3) must have 2 dimensions, as the input (6, 5, ch=2)."
        },
        {
            "outputShape", () => new ConvolutionTranspose(3, Image, new ChannelShape([3, 8, 7], channelsLast: false)),
            "outputShape (ch=3, 8, 7) must have its channels where the input (6, 5, ch=2) has them."
        },
        {
            "outputShape", () => new ConvolutionTranspose(3, Image, new ChannelShape([8, 7, 4])),
            "outputShape (8, 7, ch=4) must have one channel for each filter: 3."
        },
        {
            "outputShape", () => new ConvolutionTranspose(3, Image, new ChannelShape([9, 7, 3])),
            "outputShape (9, 7, ch=3) is none that a convolution brings to the input (6, 5, ch=2); the smallest is (8, 7, ch=3)."
        },
        {
            "outputShape", () => new ConvolutionTranspose(3, Image, new ChannelShape([2, 2, 3])),
            "outputShape (2, 2, ch=3) is none that a convolution brings to the input (6, 5, ch=2); the smallest is (8, 7, ch=3)."
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string parameter, Func<object> make, string message)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(make);
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message);
    }

    [Fact]
    public void Padding_that_does_not_fit_into_memory_is_named()
    {
        var transform = new Convolution(1, new ChannelShape([60_000, 30_000, 1]), [1, 40_000], padding: Padding.Same);
        var exception = Assert.Throws<ArgumentException>(() => transform.MakeStep(new RandomState(0)));
        Assert.Equal(
            "The input (60000, 30000, ch=1) with its padding has more than 2147483591 values: make it smaller.", exception.Message);
    }

    public static TheoryData<Transform> Transforms =>
    [
        new Sparse(2, 3, [(0, 0)]),
        new Convolution(2, new ChannelShape([5, 1])),
        new ConvolutionTranspose(2, new ChannelShape([5, 1])),
    ];

    [Theory]
    [MemberData(nameof(Transforms))]
    public void Spans_of_other_sizes_are_refused(Transform transform)
    {
        (int sizeIn, int sizeOut) = (transform.SizeIn, transform.SizeOut);
        var step = transform.MakeStep(new RandomState(0));
        var exception = Assert.Throws<ArgumentException>(() => step.Apply(new double[sizeIn + 1], new double[sizeOut]));
        Assert.StartsWith($"source holds {sizeIn + 1} values, but the transform needs {sizeIn}.", exception.Message);
        exception = Assert.Throws<ArgumentException>(() => step.Apply(new double[sizeIn], new double[sizeOut - 1]));
        Assert.StartsWith($"target holds {sizeOut - 1} values, but the transform needs {sizeOut}.", exception.Message);
    }
}
