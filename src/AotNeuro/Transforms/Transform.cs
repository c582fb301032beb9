using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// A linear map that a connection applies to its values, where a matrix would be wasteful: <see cref="Sparse"/>,
/// <see cref="Convolution"/>, <see cref="ConvolutionTranspose"/>. (Numbers, arrays and distributions are given to a connection as
/// they are.)
/// </summary>
public abstract record Transform
{
    /// <summary>Number of values that go in.</summary>
    public abstract int SizeIn { get; }

    /// <summary>Number of values that come out.</summary>
    public abstract int SizeOut { get; }

    /// <summary>Draws the weights, if they are not given, and plans the loops that apply them.</summary>
    /// <param name="random">The connection's generator, after the draws that come before the transform's.</param>
    /// <exception cref="ArgumentException">The distribution cannot be drawn in the shape of the weights.</exception>
    public abstract TransformStep MakeStep(RandomState random);
}
