namespace AotNeuro.Tests.Transforms;

/// <summary>Convolutions by their definition: loops over all pairs of points, with channels last or first.</summary>
internal static class DirectConvolution
{
    /// <summary>
    /// <c>y[o, f] = sum of kernel[k, c, f] x[o * stride + k - before, c]</c>, where <c>before</c> is half of TensorFlow's padding.
    /// </summary>
    public static double[] Forward(Convolution transform, ReadOnlySpan<double> kernel, double[] x)
    {
        var y = new double[transform.SizeOut];
        foreach (int[] output in Points(transform.OutputShape))
        {
            foreach (int[] input in Points(transform.InputShape))
            {
                if (Tap(transform, transform.InputShape, output, input) is int tap)
                {
                    AddProducts(transform, kernel, tap, x, input, y, output);
                }
            }
        }

        return y;
    }

    /// <summary>The transposed matrix of the convolution from the output's shape to the input's.</summary>
    public static double[] Transposed(ConvolutionTranspose transform, ReadOnlySpan<double> kernel, double[] x)
    {
        var y = new double[transform.SizeOut];
        foreach (int[] output in Points(transform.OutputShape))
        {
            foreach (int[] input in Points(transform.InputShape))
            {
                if (Tap(transform, transform.OutputShape, input, output) is int tap)
                {
                    AddProducts(transform, kernel, tap, x, input, y, output);
                }
            }
        }

        return y;
    }

    private static void AddProducts(
        ConvolutionBase transform, ReadOnlySpan<double> kernel, int tap, double[] x, int[] input, double[] y, int[] output)
    {
        int channels = transform.InputShape.ChannelCount / transform.Groups;
        int filtersPerGroup = transform.Filters / transform.Groups;
        for (int f = 0; f < transform.Filters; f++)
        {
            int first = f / filtersPerGroup * channels;
            int to = Index(transform.OutputShape, output, f);
            for (int c = 0; c < channels; c++)
            {
                y[to] += kernel[(tap * channels + c) * transform.Filters + f] * x[Index(transform.InputShape, input, first + c)];
            }
        }
    }

    /// <summary>The kernel's position that joins a point of the convolved grid with one of the original, if any.</summary>
    private static int? Tap(ConvolutionBase transform, ChannelShape original, int[] convolvedPoint, int[] point)
    {
        int tap = 0;
        for (int i = 0; i < point.Length; i++)
        {
            (int size, int kernel, int stride) = (original.SpatialShape[i], transform.KernelSize[i], transform.Strides[i]);
            int padding = size % stride == 0 ? Math.Max(kernel - stride, 0) : Math.Max(kernel - size % stride, 0);
            int before = transform.Padding == Padding.Same ? padding / 2 : 0;
            int k = point[i] - (convolvedPoint[i] * stride - before);
            if (k < 0 || k >= kernel)
            {
                return null;
            }

            tap = tap * kernel + k;
        }

        return tap;
    }

    private static int Index(ChannelShape shape, int[] point, int channel)
    {
        int cell = 0;
        for (int i = 0; i < point.Length; i++)
        {
            cell = cell * shape.SpatialShape[i] + point[i];
        }

        return shape.ChannelsLast ? cell * shape.ChannelCount + channel : channel * (shape.Size / shape.ChannelCount) + cell;
    }

    private static List<int[]> Points(ChannelShape shape)
    {
        List<int[]> points = [[]];
        foreach (int extent in shape.SpatialShape)
        {
            points = [.. points.SelectMany(point => Enumerable.Range(0, extent).Select(i => (int[])[.. point, i]))];
        }

        return points;
    }
}
