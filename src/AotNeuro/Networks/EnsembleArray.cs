using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>Ensembles of one shape, each of which represents some dimensions of a vector (Nengo's <c>EnsembleArray</c>).</summary>
public sealed class EnsembleArray : Network
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EnsembleArray(NetworkDescription content)
        : base(content)
    {
    }

    /// <summary>The node that takes the vector in; <c>"Array.Input"</c> in connections.</summary>
    public Node Input => NodeNamed(nameof(Input));

    /// <summary>The node that gives the represented vector; <c>"Array.Output"</c> in connections and probes.</summary>
    public Node Output => NodeNamed(nameof(Output));
}
