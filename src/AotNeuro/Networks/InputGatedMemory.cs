using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>A memory that follows its input while a gate is 0 and keeps what it has while the gate is 1 (Nengo's <c>InputGatedMemory</c>).</summary>
public sealed class InputGatedMemory : Network
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public InputGatedMemory(NetworkDescription content)
        : base(content)
    {
    }

    /// <summary>The node that takes the vector to remember.</summary>
    public Node Input => Difference.Input;

    /// <summary>The node that gives the vector remembered.</summary>
    public Node Output => Memory.Output;

    /// <summary>The node that takes the gate: 0 follows the input, 1 keeps.</summary>
    public Node Gate => NodeNamed(nameof(Gate));

    /// <summary>The node that takes the reset: 1 forgets.</summary>
    public Node Reset => NodeNamed(nameof(Reset));

    /// <summary>The integrator that remembers.</summary>
    public EnsembleArray Memory => new(PartNamed(nameof(Memory)));

    /// <summary>The array that represents the difference between input and memory.</summary>
    public EnsembleArray Difference => new(PartNamed(nameof(Difference)));
}
