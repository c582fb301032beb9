using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>
/// A synapse at work on so many values at once, each filtered by itself: what it remembers, and its step. It begins at rest, with
/// all zeros; to reset one is to make another.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SynapseFilter
{
    /// <summary>Makes a filter at rest.</summary>
    /// <param name="size">Number of values, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not above 0.</exception>
    protected SynapseFilter(int size) => Size = Arguments.Positive(size);

    /// <summary>Number of values.</summary>
    public int Size { get; }

    /// <summary>Takes in the values of a step and gives the filtered ones of the same step. Allocates nothing.</summary>
    /// <param name="input">This step's values, <see cref="Size"/> of them.</param>
    /// <param name="output">Receives as many; it may be <paramref name="input"/> itself.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public abstract void Step(ReadOnlySpan<double> input, Span<double> output);

    /// <summary>
    /// Puts the filter, before its first step, in the state in which a constant input keeps the output constant.
    /// </summary>
    /// <param name="output">That output, <see cref="Size"/> values, not all 0.</param>
    /// <exception cref="NotSupportedException">The kind of filter cannot do it.</exception>
    public virtual void StartAt(ReadOnlySpan<double> output) =>
        throw new NotSupportedException($"{GetType().Name} cannot start from a given output: override StartAt, or leave y0 out.");

    /// <summary>
    /// Goes through all that the filter remembers from one step to the next, always in the same order, so that a model can be saved and
    /// restored. A filter that remembers nothing overrides it with an empty body.
    /// </summary>
    /// <param name="state">Copies what it is shown, out or in.</param>
    /// <exception cref="NotSupportedException">The filter does not say what it remembers; models with it cannot be saved.</exception>
    public virtual void VisitState(ref StateVisitor state) => throw new NotSupportedException(
        $"its synapse's {GetType().Name} does not say what it remembers, so the model cannot be saved. "
        + "Override VisitState; leave the body empty if it remembers nothing.");

    /// <summary>Checks what a step is given.</summary>
    /// <exception cref="ArgumentException">A span is not as long as <see cref="Size"/>.</exception>
    protected void CheckSizes(ReadOnlySpan<double> input, ReadOnlySpan<double> output)
    {
        if (input.Length != Size || output.Length != Size)
        {
            throw new ArgumentException(
                $"A filter of {Size} values is given {input.Length} values and room for {output.Length}.");
        }
    }
}
