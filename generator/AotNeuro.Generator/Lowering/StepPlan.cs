using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>What is to be printed of a model: kernels, memory and the operations of a step in their order. It knows nothing of C#.</summary>
/// <param name="Model">The model.</param>
/// <param name="Kernels">The kernels, each with a name.</param>
/// <param name="Populations">The ensembles that step, each an instance of a kernel.</param>
/// <param name="Fields">The arena: what lies where.</param>
/// <param name="StateStart">Where in the arena the constants end and what a step changes begins.</param>
/// <param name="Size">Size of the arena in doubles.</param>
/// <param name="NodeConstants">Outputs of nodes that never change.</param>
/// <param name="Operations">The operations of a step.</param>
internal sealed record StepPlan(
    ModelSpec Model,
    EquatableArray<NamedKernel> Kernels,
    EquatableArray<Population> Populations,
    EquatableArray<MemoryField> Fields,
    int StateStart,
    int Size,
    EquatableArray<NodeConstant> NodeConstants,
    EquatableArray<Operation> Operations);

/// <summary>A kernel and its name; its slots are the graph's nodes whose values each ensemble computes once per build.</summary>
internal sealed record NamedKernel(string Name, Kernel Kernel, EquatableArray<int> Slots);

/// <summary>A named place in the arena.</summary>
internal sealed record MemoryField(string Name, int Offset, int Size);

/// <summary>The output of a node that never changes.</summary>
internal sealed record NodeConstant(MemoryField Field, EquatableArray<double> Values);

/// <summary>An ensemble as an instance of a kernel.</summary>
internal sealed record Population(
    EnsembleSpec Ensemble,
    NamedKernel Kernel,
    int Constants,
    int State,
    EquatableArray<DecodeRows> Decodes);

/// <summary>The rows of a population's decoders that belong to one connection or probe.</summary>
internal sealed record DecodeRows(string Owner, int FirstRow, int Count);

/// <summary>An operation of a step; places are offsets in the arena.</summary>
internal abstract record Operation : IEquatable<Operation>;

/// <summary>Calls a node's function.</summary>
internal sealed record NodeOperation(NodeSpec Node, MemoryField? Input, MemoryField? Output) : Operation;

/// <summary>Calls a connection's function.</summary>
internal sealed record FunctionOperation(ConnectionSpec Connection, MemoryField Source, MemoryField Target) : Operation;

/// <summary>Multiplies by a connection's transform: a number, a diagonal or a matrix that lies at Weights.</summary>
internal sealed record TransformOperation(ConnectionSpec Connection, MemoryField Weights, MemoryField Source, MemoryField Target) : Operation;

/// <summary>Adds signals.</summary>
internal sealed record SumOperation(EquatableArray<MemoryField> Sources, MemoryField Target) : Operation;

/// <summary>Steps the neurons of an ensemble.</summary>
internal sealed record PopulationOperation(Population Population, MemoryField Input, MemoryField? Decoded) : Operation;

/// <summary>Advances a first-order filter: decay and gain lie at Coefficients.</summary>
internal sealed record FilterOperation(double Tau, MemoryField Coefficients, MemoryField Source, MemoryField State) : Operation;

/// <summary>Lets a probe take a sample.</summary>
internal sealed record SampleOperation(ProbeSpec Probe, MemoryField Source, bool IsSpikes) : Operation;
