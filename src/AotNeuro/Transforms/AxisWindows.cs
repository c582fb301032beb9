namespace AotNeuro;

/// <summary>
/// One dimension of a convolution: output positions that weigh neighbouring inputs by the same part of the kernel. Output
/// <c>Outputs[i]</c> is the sum over j of <c>kernel[Taps[j]] * input[Starts[i] + j]</c>, where inputs outside of the grid are 0.
/// </summary>
/// <param name="Outputs">The output positions.</param>
/// <param name="Starts">The first input position of each.</param>
/// <param name="Taps">The kernel's positions, in the order of the inputs.</param>
internal sealed record AxisWindows(int[] Outputs, int[] Starts, int[] Taps)
{
    /// <summary>A convolution: every output uses the whole kernel.</summary>
    /// <param name="outputs">Number of output positions.</param>
    /// <param name="kernel">Size of the kernel.</param>
    /// <param name="stride">Distance of neighbouring windows.</param>
    /// <param name="before">Zeros before the first input.</param>
    public static AxisWindows OfConvolution(int outputs, int kernel, int stride, int before)
    {
        int[] positions = [.. Enumerable.Range(0, outputs)];
        return new(positions, [.. positions.Select(output => output * stride - before)], [.. Enumerable.Range(0, kernel)]);
    }

    /// <summary>
    /// A transposed convolution. Input i reaches output <c>i * stride + k - before</c> by the kernel's position k, so an
    /// output uses every stride-th position only, backwards; which of them, it shares with every stride-th output.
    /// </summary>
    /// <param name="outputs">Number of output positions.</param>
    /// <param name="kernel">Size of the kernel.</param>
    /// <param name="stride">Stride of the convolution.</param>
    /// <param name="before">Zeros before the first value of the convolution.</param>
    public static AxisWindows[] OfTranspose(int outputs, int kernel, int stride, int before) =>
    [
        .. Enumerable.Range(0, outputs).GroupBy(output => (output + before) % stride).Select(phase =>
        {
            int[] taps = [.. Enumerable.Range(0, kernel).Where(k => k % stride == phase.Key).Reverse()];
            return new AxisWindows(
                [.. phase], [.. phase.Select(output => (output + before) / stride - Math.Max(taps.Length - 1, 0))], taps);
        }),
    ];
}
