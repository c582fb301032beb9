using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>Holds a neuron type's expression graph, for generators of other assemblies. Written by the generator.</summary>
/// <param name="graph">The graph as text.</param>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NeuronGraphAttribute(string graph) : Attribute
{
    /// <summary>The graph as text.</summary>
    public string Graph { get; } = graph;
}
