using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.Transforms;

/// <summary>Transforms of large circular convolutions do what the matrices of small ones do.</summary>
public sealed class SpectrumTransformTests
{
    public static TheoryData<int, bool> Cases
    {
        get
        {
            var cases = new TheoryData<int, bool>();
            foreach (int dimensions in (int[])[1, 2, 3, 7, 16, 64, 75, 100, 128, 256])
            {
                cases.Add(dimensions, false);
                cases.Add(dimensions, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Inputs_are_transformed_as_by_the_matrices(int dimensions, bool invert)
    {
        AssertSame(CircularConvolution.TransformA(dimensions, invert), new SpectrumTransform(dimensions, invert, IsSecond: false));
        AssertSame(CircularConvolution.TransformB(dimensions, invert), new SpectrumTransform(dimensions, invert, IsSecond: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(75)]
    [InlineData(128)]
    [InlineData(256)]
    public void Products_are_transformed_as_by_the_matrix(int dimensions) =>
        AssertSame(CircularConvolution.TransformOut(dimensions), new InverseSpectrumTransform(dimensions));

    [Fact]
    public void Wrong_lengths_are_errors()
    {
        TransformStep step = new SpectrumTransform(64, false, false).MakeStep(new(0));
        var error = Assert.Throws<ArgumentException>(() => step.Apply(new double[63], new double[132]));
        Assert.StartsWith("source holds 63 values, but the transform needs 64.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => step.Apply(new double[64], new double[131]));
    }

    /// <summary>A whole network of it: a vector bound to one that is 1 at place 5 comes out 5 places on.</summary>
    [Fact]
    public void A_large_convolution_binds_and_allocates_nothing()
    {
        var model = new LargeConvolution();
        model.Bound.KeepLast(100);
        model.RunSteps(200);
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.RunSteps(300);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        double[] bound = model.Bound.Last.ToArray();
        double product = bound.Select((value, i) => value * LargeConvolution.Vector[(i + 64 - 5) % 64]).Sum();
        Assert.InRange(product / Math.Sqrt(bound.Sum(value => value * value)), 0.9, 1.0);
    }

    private static void AssertSame(double[,] matrix, Transform transform)
    {
        Assert.Equal((matrix.GetLength(0), matrix.GetLength(1)), (transform.SizeOut, transform.SizeIn));
        var random = new RandomState(1);
        TransformStep step = transform.MakeStep(random);
        Assert.Equal(matrix.Cast<double>(), step.Weights.ToArray());
        double[] source = [.. Enumerable.Range(0, transform.SizeIn).Select(_ => random.NextGaussian())];
        var target = new double[transform.SizeOut];
        step.Apply(source, target);

        // The matrices' angles are Nengo's, up to pi times the dimensions, and rounded; those of the fast transform are less than a turn.
        double tolerance = Math.PI * 256.0 * 2.3e-16 * source.Sum(Math.Abs);
        for (int row = 0; row < target.Length; row++)
        {
            double sum = source.Select((value, column) => matrix[row, column] * value).Sum();
            Assert.Equal(sum, target[row], tolerance);
        }
    }
}

[NeuralModel(Seed = 3)]
public partial class LargeConvolution
{
    [CircularConvolution(neurons: 100, dimensions: 64)]
    public partial CircularConvolution Convolution { get; }

    [Connection(nameof(Signs), "Convolution.InputA")]
    public partial Connection SignsToConvolution { get; }

    [Connection(nameof(Place), "Convolution.InputB")]
    public partial Connection PlaceToConvolution { get; }

    [Probe("Convolution.Output", Synapse = 0.03)]
    public partial Probe Bound { get; }

    /// <summary>A vector of length 1.</summary>
    internal static double[] Vector { get; } = [.. Enumerable.Range(0, 64).Select(i => i * i % 23 % 2 == 0 ? 0.125 : -0.125)];

    [Node(SizeOut = 64)]
    private static void Signs(double t, Span<double> y) => Vector.CopyTo(y);

    [Node(SizeOut = 64)]
    private static void Place(double t, Span<double> y)
    {
        y.Clear();
        y[5] = 1.0;
    }
}
