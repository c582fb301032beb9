namespace AotNeuro.Generator.Diagnostics;

/// <summary>Attributes as a <see cref="Place"/> names them.</summary>
internal static class Attributes
{
    public const string NeuralModel = nameof(NeuralModel);
    public const string Node = nameof(Node);
    public const string Ensemble = nameof(Ensemble);
    public const string InitialState = nameof(InitialState);
    public const string Connection = nameof(Connection);
    public const string Probe = nameof(Probe);
    public const string Tunable = nameof(Tunable);
    public const string Input = nameof(Input);
    public const string Output = nameof(Output);

    public const string Part = nameof(Part);
    public const string ArrayOutput = nameof(ArrayOutput);
    public const string AssociativeMemory = nameof(AssociativeMemory);
    public const string MemoryInput = nameof(MemoryInput);
    public const string MemoryOutput = nameof(MemoryOutput);
    public const string MemoryDefault = nameof(MemoryDefault);

    /// <summary>The attribute of any synapse: what derives from <c>SynapseAttribute</c>.</summary>
    public const string Synapse = nameof(Synapse);

    /// <summary>The first argument of an attribute, whatever its name.</summary>
    public const string FirstArgument = "";

    /// <summary>The attribute of any neuron type: what derives from <c>NeuronTypeAttribute&lt;T&gt;</c>.</summary>
    public const string NeuronType = nameof(NeuronType);
}
