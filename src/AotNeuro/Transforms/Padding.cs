namespace AotNeuro;

/// <summary>What a convolution does at the edges of its input.</summary>
public enum Padding
{
    /// <summary>Applies the kernel only where it lies wholly on the input: the output is smaller.</summary>
    Valid,

    /// <summary>Surrounds the input by zeros, so that with strides of 1 the output has the input's size.</summary>
    Same,
}
