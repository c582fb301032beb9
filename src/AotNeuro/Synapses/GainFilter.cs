using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>A filter without a state: <c>y = gain u</c> (Nengo's <c>NoX</c>).</summary>
internal sealed class GainFilter(int size, double gain) : SynapseFilter(size)
{
    /// <inheritdoc/>
    public override void Step(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckSizes(input, output);
        input.CopyTo(output);
        VectorLoops.Scale(gain, output);
    }

    /// <summary>Does nothing: there is no state to start from.</summary>
    public override void StartAt(ReadOnlySpan<double> output)
    {
    }

    /// <summary>Does nothing: there is nothing to remember.</summary>
    public override void VisitState(ref StateVisitor state)
    {
    }
}
