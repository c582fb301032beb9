using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>A synapse as a model uses it: it makes its filter anew whenever the model starts anew.</summary>
/// <param name="name">Whose synapse it is.</param>
/// <param name="synapse">The synapse.</param>
/// <param name="size">Number of values that it filters.</param>
/// <param name="dt">Length of a step in seconds.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Filter(string name, Synapse synapse, int size, double dt)
{
    private SynapseFilter _filter = null!;

    internal string Name { get; set; } = name;

    /// <summary>Takes in this step's input and gives the output.</summary>
    public void Step(ReadOnlySpan<double> input, Span<double> output) => _filter.Step(input, output);

    internal void VisitState(ref StateVisitor state) => _filter.VisitState(ref state);

    internal void Restart() => _filter = synapse.MakeFilter(size, dt);
}
