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
/// <param name="Prepared">The operations whose results never change: they run once, when the model is built.</param>
/// <param name="Operations">The operations of a step.</param>
internal sealed record StepPlan(
    ModelSpec Model,
    EquatableArray<NamedKernel> Kernels,
    EquatableArray<Population> Populations,
    EquatableArray<MemoryField> Fields,
    int StateStart,
    int Size,
    EquatableArray<NodeConstant> NodeConstants,
    EquatableArray<Operation> Prepared,
    EquatableArray<Operation> Operations);

/// <summary>A kernel and its name; its slots are the graph's nodes whose values each ensemble computes once per build.</summary>
internal sealed record NamedKernel(string Name, Kernel Kernel, EquatableArray<int> Slots);

/// <summary>A named place in the arena.</summary>
internal sealed record MemoryField(string Name, int Offset, int Size);

/// <summary>The output of a node that never changes.</summary>
internal sealed record NodeConstant(MemoryField Field, EquatableArray<double> Values);

/// <summary>An ensemble, or an array of them, as instances of a kernel.</summary>
/// <param name="Ensemble">The ensemble.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="ConstantStride">How far the constants of an array's ensembles lie apart.</param>
/// <param name="Decodes">What is decoded.</param>
internal sealed record Population(EnsembleSpec Ensemble, NamedKernel Kernel, int ConstantStride, EquatableArray<DecodeRows> Decodes);

/// <summary>The rows of a population's decoders that belong to one connection or probe.</summary>
internal sealed record DecodeRows(string Owner, int FirstRow, int Count);

/// <summary>An operation of a step; places are offsets in the arena.</summary>
internal abstract record Operation : IEquatable<Operation>
{
    /// <summary>What it is made of: itself, if it is not several operations in one.</summary>
    public virtual IEnumerable<Operation> Parts => [this];

    /// <summary>Number of pieces that threads can share.</summary>
    public virtual int PieceCount => 1;
}

/// <summary>Calls a node's function or its process.</summary>
internal sealed record NodeOperation(NodeSpec Node, MemoryField? Input, MemoryField? Output) : Operation;

/// <summary>The host has written a node's output before the step.</summary>
internal sealed record InputOperation(NodeSpec Node, MemoryField Output) : Operation;

/// <summary>Calls a connection's function.</summary>
internal sealed record FunctionOperation(ConnectionSpec Connection, MemoryField Source, MemoryField Target) : Operation;

/// <summary>Multiplies by a connection's transform: a number, a diagonal or a matrix that lies at Weights; else an object that does it.</summary>
internal sealed record TransformOperation(ConnectionSpec Connection, MemoryField? Weights, MemoryField Source, MemoryField Target) : Operation
{
    /// <summary>Whether the matrix is held in single precision: in such a model, from the size where reading it is what takes the time.</summary>
    public bool IsSingle { get; init; }

    public override int PieceCount => Weights is not null && Connection.Transform.Kind is not (ValueKind.Number or ValueKind.Numbers) ? Pieces.OfMatrix(Target.Size, Source.Size) : 1;
}

/// <summary>Picks values of a signal.</summary>
internal sealed record SliceOperation(EquatableArray<int> Indices, MemoryField Source, MemoryField Target) : Operation;

/// <summary>Adds signals.</summary>
internal sealed record SumOperation(EquatableArray<SumTerm> Terms, MemoryField Target) : Operation;

/// <summary>A signal that is added to a sum: to the places given, or to all in their order.</summary>
internal sealed record SumTerm(MemoryField Source, EquatableArray<int> Indices);

/// <summary>Multiplies what arrives at neurons by their gains.</summary>
internal sealed record GainOperation(EnsembleSpec Ensemble, EquatableArray<int> Indices, MemoryField Gain, MemoryField Source, MemoryField Target) : Operation;

/// <summary>Draws an ensemble's noise.</summary>
internal sealed record NoiseOperation(EnsembleSpec Ensemble, MemoryField Target) : Operation;

/// <summary>Draws spikes with the rates given.</summary>
internal sealed record RandomSpikesOperation(EnsembleSpec Ensemble, MemoryField Rates, MemoryField Output) : Operation;

/// <summary>Packs outputs that are not 0 into bits.</summary>
internal sealed record PackSpikesOperation(MemoryField Output, MemoryField Bits) : Operation;

/// <summary>Multiplies by the weights of a connection or probe, a matrix at Weights, which a learning rule may change.</summary>
internal sealed record WeightsOperation(string Owner, MemoryField Weights, MemoryField Source, MemoryField Target, bool IsLearned) : Operation
{
    public override int PieceCount => Pieces.OfMatrix(Target.Size, Source.Size);
}

/// <summary>Steps the neurons of an ensemble, or of an array.</summary>
/// <param name="Population">The neurons.</param>
/// <param name="Input">What they take.</param>
/// <param name="Injected">What is added to their currents.</param>
/// <param name="Decoded">Where what they decode goes.</param>
/// <param name="Pieces">Number of pieces that threads can share.</param>
/// <param name="Sums">What each piece of an ensemble decodes, if there are several.</param>
/// <param name="Learned">What is decoded by weights that PES changes, from outputs that have no place.</param>
internal sealed record PopulationOperation(
    Population Population, MemoryField Input, MemoryField? Injected, MemoryField? Decoded, int Pieces, MemoryField? Sums, LearnedDecodeOperation? Learned = null) : Operation
{
    public override IEnumerable<Operation> Parts => Learned is null ? [this] : [this, .. Learned.Parts];

    public override int PieceCount => Pieces;
}

/// <summary>Gathers what lies at one place in each of an array's blocks: a decoding, outputs, a state.</summary>
/// <param name="Block">The field that holds the blocks.</param>
/// <param name="First">The place in a block.</param>
/// <param name="Stride">How far the blocks lie apart.</param>
/// <param name="Each">Number of values of each block.</param>
/// <param name="Count">Number of blocks.</param>
/// <param name="IsSingle">Whether places are counted in values of single precision, which become doubles.</param>
/// <param name="Target">Where they go, one after the other.</param>
/// <param name="Lanes">Number of ensembles whose values lie in the lanes of a vector.</param>
internal sealed record GatherOperation(
    string Block, int First, int Stride, int Each, int Count, bool IsSingle, MemoryField Target, int Lanes = 1) : Operation;

/// <summary>Advances a synapse: a first-order filter whose decay and gain lie at Coefficients, or else an object that does it.</summary>
internal sealed record FilterOperation(
    string Owner, ValueSpec Synapse, MemoryField? Coefficients, MemoryField Source, MemoryField State, bool IsImmediate) : Operation;

/// <summary>Lets a learning rule change what it learns. PES on full weights reads the encoders of the target.</summary>
internal sealed record LearnOperation(
    LearningRuleSpec Rule,
    string Owner,
    ConnectionSpec Connection,
    MemoryField Pre,
    MemoryField? Post,
    MemoryField? Error,
    MemoryField? Theta,
    MemoryField? Memory,
    MemoryField? Scratch,
    MemoryField Learned,
    MemoryField? Delta,
    MemoryField? Encoders,
    bool IsAddedLater) : Operation;

/// <summary>Decodes by weights that PES changes, filters the activities and changes the weights, in one loop.</summary>
internal sealed record LearnedDecodeOperation(WeightsOperation Decode, FilterOperation Filter, LearnOperation Learn) : Operation
{
    public override IEnumerable<Operation> Parts => [Decode, Filter, Learn];
}

/// <summary>Adds the change that a learning rule gave to weights or encoders.</summary>
internal sealed record AddChangeOperation(MemoryField Delta, MemoryField Learned) : Operation;

/// <summary>Lets a probe take a sample, or copies it to where the host reads it; what nothing else reads is gathered just before.</summary>
internal sealed record SampleOperation(ProbeSpec Probe, MemoryField Source, bool IsSpikes, MemoryField? Newest, GatherOperation? Gather) : Operation;
