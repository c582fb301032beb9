using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>
/// A <see cref="Transform"/> with its weights, ready to be applied at every step. An instance may hold scratch memory: one
/// thread at a time.
/// </summary>
/// <param name="sizeIn">Number of values that go in.</param>
/// <param name="sizeOut">Number of values that come out.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TransformStep(int sizeIn, int sizeOut)
{
    /// <summary>The weights, in the transform's own layout.</summary>
    public abstract ReadOnlySpan<double> Weights { get; }

    /// <summary><c>target = T . source</c>; allocates nothing.</summary>
    /// <param name="source">The values that go in, <c>[SizeIn]</c>.</param>
    /// <param name="target">Receives the values that come out, <c>[SizeOut]</c>; must not overlap the source.</param>
    /// <exception cref="ArgumentException">A length is not the transform's.</exception>
    public abstract void Apply(ReadOnlySpan<double> source, Span<double> target);

    /// <summary>Checks the lengths, on which the loops without bounds checks rely.</summary>
    private protected void CheckLengths(ReadOnlySpan<double> source, Span<double> target)
    {
        CheckLength(source.Length, sizeIn, nameof(source));
        CheckLength(target.Length, sizeOut, nameof(target));
    }

    private static void CheckLength(int length, int size, string name)
    {
        if (length != size)
        {
            throw new ArgumentException($"{name} holds {length} values, but the transform needs {size}.", name);
        }
    }
}
