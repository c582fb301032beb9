using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>A filter whose one state is its output: <c>y = decay y + gain u</c> (Nengo's <c>OneX</c>).</summary>
internal sealed class OneStateFilter(int size, double decay, double gain) : SynapseFilter(size)
{
    private readonly double[] _state = new double[size];

    /// <inheritdoc/>
    public override void Step(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckSizes(input, output);
        VectorLoops.Scale(decay, _state);
        VectorLoops.AddScaled(gain, input, _state);
        _state.CopyTo(output);
    }

    /// <inheritdoc/>
    public override void StartAt(ReadOnlySpan<double> output) => output.CopyTo(_state);

    /// <inheritdoc/>
    public override void VisitState(ref StateVisitor state) => state.Visit(_state);
}
