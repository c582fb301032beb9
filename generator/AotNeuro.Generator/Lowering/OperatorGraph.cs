using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>A vector that operators read and write, one value per step.</summary>
/// <param name="Id">A number of its own.</param>
/// <param name="Name">Its name, in messages and generated code.</param>
/// <param name="Size">Number of values.</param>
/// <param name="IsPadded">Whether it must lie in memory of its own, padded to whole blocks of lanes.</param>
internal sealed record Signal(int Id, string Name, int Size, bool IsPadded = false);

/// <summary>
/// What happens to signals in a step. Per signal, the set comes before the increments, those before the reads, those before the update:
/// an update is seen in the next step only.
/// </summary>
internal abstract record Operator
{
    /// <summary>What it is made of: itself, if it is not several operators in one.</summary>
    public virtual IEnumerable<Operator> Parts => [this];

    public virtual IEnumerable<Signal> Sets => [];

    public virtual IEnumerable<Signal> Increments => [];

    public virtual IEnumerable<Signal> Reads => [];

    public virtual IEnumerable<Signal> Updates => [];

    /// <summary>What it reads after the updates.</summary>
    public virtual IEnumerable<Signal> LateReads => [];

    /// <summary>Whether it does something that the world outside sees, so that it stays even if nothing reads its signals.</summary>
    public virtual bool HasEffect => false;

    /// <summary>The same operator, reading other signals.</summary>
    public virtual Operator WithReads(Func<Signal, Signal> replace) => this;

    protected static IEnumerable<Signal> Some(params Signal?[] signals) => signals.Where(signal => signal is not null).Select(signal => signal!);
}

/// <summary><c>target = 0</c>.</summary>
internal sealed record ResetOperator(Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];
}

/// <summary><c>target += source</c>, or <c>target[indices] += source</c>.</summary>
internal sealed record CopyOperator(Signal Source, Signal Target, EquatableArray<int> Indices) : Operator
{
    public override IEnumerable<Signal> Increments => [Target];

    public override IEnumerable<Signal> Reads => [Source];
}

/// <summary><c>target = a + b + ...</c>: a reset and its increments, in their order.</summary>
internal sealed record SumOperator(EquatableArray<SignalRef> Sources, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => Sources.Select(source => source.Signal);

    public override Operator WithReads(Func<Signal, Signal> replace) =>
        this with { Sources = Sources.Select(source => source with { Signal = replace(source.Signal) }).ToEquatableArray() };
}

/// <summary>A signal in a list; in a sum with the places of the target that it adds to, none for all in their order.</summary>
internal sealed record SignalRef(Signal Signal, EquatableArray<int> Indices = default);

/// <summary><c>target = source[indices]</c>. <see cref="Late"/>: after the updates, for a late sample.</summary>
internal sealed record SliceOperator(Signal Source, EquatableArray<int> Indices, Signal Target, bool Late = false) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => Late ? [] : [Source];

    public override IEnumerable<Signal> LateReads => Late ? [Source] : [];

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Source = replace(Source) };
}

/// <summary><c>output = function(t, input)</c>.</summary>
internal sealed record NodeOperator(NodeSpec Node, Signal? Input, Signal? Output) : Operator
{
    public override IEnumerable<Signal> Sets => Some(Output);

    public override IEnumerable<Signal> Reads => Some(Input);

    public override bool HasEffect => true;

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Input = Input is null ? null : replace(Input) };
}

/// <summary><c>output = what the host has written</c>.</summary>
internal sealed record InputOperator(NodeSpec Node, Signal Output) : Operator
{
    public override IEnumerable<Signal> Sets => [Output];

    public override bool HasEffect => true;
}

/// <summary><c>target = function(source)</c>, for connections from nodes and from ensembles that compute directly.</summary>
internal sealed record FunctionOperator(ConnectionSpec Connection, Signal Source, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => [Source];

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Source = replace(Source) };
}

/// <summary><c>target = transform . source</c>, for connections from nodes and neurons.</summary>
internal sealed record TransformOperator(ConnectionSpec Connection, Signal Source, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => [Source];

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Source = replace(Source) };
}

/// <summary><c>target = weights . source</c>, where a learning rule changes the weights.</summary>
internal sealed record WeightsOperator(ConnectionSpec Connection, Signal Weights, Signal Source, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => [Source, Weights];

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Source = replace(Source) };
}

/// <summary><c>target = gain[indices] * source</c>: what connections onto neurons add to their current.</summary>
internal sealed record GainOperator(EnsembleSpec Ensemble, EquatableArray<int> Indices, Signal Source, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => [Source];

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Source = replace(Source) };
}

/// <summary><c>target = noise</c>, a process of the ensemble's.</summary>
internal sealed record NoiseOperator(EnsembleSpec Ensemble, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];
}

/// <summary><c>current = bias + injected + encoders . input</c>.</summary>
internal sealed record EncodeOperator(EnsembleSpec Ensemble, Signal Input, Signal? Injected, Signal? Encoders, Signal Current) : Operator
{
    public override IEnumerable<Signal> Sets => [Current];

    public override IEnumerable<Signal> Reads => Some(Input, Injected, Encoders);

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Input = replace(Input) };
}

/// <summary>A step of the neurons: spikes, and states that a probe may read.</summary>
internal sealed record NeuronsOperator(EnsembleSpec Ensemble, Signal Current, Signal Output, EquatableArray<SignalRef> States) : Operator
{
    public override IEnumerable<Signal> Sets => [Output, .. States.Select(state => state.Signal)];

    public override IEnumerable<Signal> Reads => [Current];
}

/// <summary><c>target = decoders . output</c>. The owner is the connection or probe whose decoders they are.</summary>
internal sealed record DecodeOperator(EnsembleSpec Ensemble, string Owner, Signal Output, Signal Target) : Operator
{
    /// <summary>Whether it gives what the ensemble represents, all of it, by the default solver at the ensemble's own points.</summary>
    public bool IsRepresented { get; init; }

    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => [Output];
}

/// <summary>Encoding, neurons and all decodings of an ensemble as one operator, one loop over its neurons.</summary>
/// <param name="Ensemble">The ensemble.</param>
/// <param name="Input">The vector that it is given.</param>
/// <param name="Current">The current, if something reads it.</param>
/// <param name="Output">The spikes, if something beside the decoders reads them.</param>
/// <param name="Spikes">The spikes as bits, if a probe records them.</param>
/// <param name="States">The states that a probe reads.</param>
/// <param name="Decodes">The decodings.</param>
/// <param name="Injected">What is added to the neurons' current, beside bias and encoded input.</param>
/// <param name="Encoders">The encoders, if a learning rule changes them.</param>
/// <param name="Learned">A decoding by weights that PES changes, in the same loop.</param>
internal sealed record PopulationOperator(
    EnsembleSpec Ensemble,
    Signal Input,
    Signal? Current,
    Signal? Output,
    Signal? Spikes,
    EquatableArray<SignalRef> States,
    EquatableArray<DecodeOperator> Decodes,
    Signal? Injected = null,
    Signal? Encoders = null,
    LearnedDecodeOperator? Learned = null) : Operator
{
    public override IEnumerable<Operator> Parts => Learned is null ? [this] : [this, .. Learned.Parts];

    public override IEnumerable<Signal> Sets =>
        Some(Current, Output, Spikes).Concat(States.Select(state => state.Signal)).Concat(Decodes.Select(decode => decode.Target)).Concat(Learned?.Sets ?? []);

    public override IEnumerable<Signal> Reads => Some(Input, Injected, Encoders, Learned?.Learn.Error);

    public override IEnumerable<Signal> Updates => Learned?.Updates ?? [];
}

/// <summary><c>output = spikes drawn at random, with these rates</c>.</summary>
internal sealed record RandomSpikesOperator(EnsembleSpec Ensemble, Signal Rates, Signal Output) : Operator
{
    public override IEnumerable<Signal> Sets => [Output];

    public override IEnumerable<Signal> Reads => [Rates];
}

/// <summary>
/// A synapse. Between objects it is an update: its output, the state, is seen in the next step. A learning rule's own filters are
/// immediate: what they give holds this step's value.
/// </summary>
internal sealed record FilterOperator(string Owner, ValueSpec Synapse, Signal Source, Signal State, bool IsImmediate = false) : Operator
{
    public override IEnumerable<Signal> Sets => IsImmediate ? [State] : [];

    public override IEnumerable<Signal> Reads => [Source];

    public override IEnumerable<Signal> Updates => IsImmediate ? [] : [State];

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Source = replace(Source) };
}

/// <summary>A learning rule changes weights or encoders by what it sees in this step; the change holds from the next step on.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Owner">Its name.</param>
/// <param name="Connection">The connection that learns.</param>
/// <param name="Pre">The filtered activities of the source's neurons; for Voja the vector that the target takes in.</param>
/// <param name="Post">The filtered activities of the target's neurons, for rules that use them.</param>
/// <param name="Error">The error, or Voja's learning signal.</param>
/// <param name="Theta">The threshold of BCM.</param>
/// <param name="Memory">What RLS keeps: the inverse of the activities' correlations.</param>
/// <param name="Scratch">Values that the rule needs room for: of RLS, and of PES the error of each neuron, where it changes full weights.</param>
/// <param name="Learned">Weights or encoders.</param>
/// <param name="Delta">The change, if a probe reads it or it is added later.</param>
/// <param name="Encoders">The encoders of the target that the rule reads, if they are a signal.</param>
/// <param name="IsAddedLater">
/// Whether it only gives the change: where several rules change the same, each must see it as it was, and <see cref="AddChangeOperator"/>s follow.
/// </param>
internal sealed record LearnOperator(
    LearningRuleSpec Rule,
    string Owner,
    ConnectionSpec Connection,
    Signal Pre,
    Signal? Post,
    Signal? Error,
    Signal? Theta,
    Signal? Memory,
    Signal? Scratch,
    Signal Learned,
    Signal? Delta,
    Signal? Encoders = null,
    bool IsAddedLater = false) : Operator
{
    public override IEnumerable<Signal> Sets => Some(Delta, Scratch);

    public override IEnumerable<Signal> Reads => Some(Pre, Post, Error, Theta, Encoders, IsAddedLater ? Learned : null);

    public override IEnumerable<Signal> Updates => Some(IsAddedLater ? null : Learned, Memory);

    public override Operator WithReads(Func<Signal, Signal> replace) => this with
    {
        Pre = replace(Pre),
        Post = Post is null ? null : replace(Post),
        Error = Error is null ? null : replace(Error),
        Theta = Theta is null ? null : replace(Theta),
    };
}

/// <summary>Decoding by weights that PES changes, its filter of activities and the change as one operator, one loop over the neurons.</summary>
/// <param name="Decode">The decoding.</param>
/// <param name="Filter">The filter, which takes the same activities.</param>
/// <param name="Learn">The change.</param>
internal sealed record LearnedDecodeOperator(WeightsOperator Decode, FilterOperator Filter, LearnOperator Learn) : Operator
{
    public override IEnumerable<Operator> Parts => [Decode, Filter, Learn];

    public override IEnumerable<Signal> Sets => Decode.Sets.Concat(Filter.Sets);

    public override IEnumerable<Signal> Reads => Some(Decode.Source, Learn.Error);

    public override IEnumerable<Signal> Updates => Learn.Updates;
}

/// <summary>Adds the change that a learning rule gave to weights or encoders.</summary>
internal sealed record AddChangeOperator(Signal Delta, Signal Learned) : Operator
{
    public override IEnumerable<Signal> Reads => [Delta];

    public override IEnumerable<Signal> Updates => [Learned];
}

/// <summary>
/// A probe takes its sample. <see cref="Late"/>: after the updates, as probes on connections do. <see cref="Newest"/>: where the host reads it,
/// if it is an output.
/// </summary>
internal sealed record SampleOperator(ProbeSpec Probe, Signal Source, bool IsSpikes, bool Late, Signal? Newest = null) : Operator
{
    public override IEnumerable<Signal> Sets => Some(Newest);

    public override IEnumerable<Signal> Reads => Late ? [] : [Source];

    public override IEnumerable<Signal> LateReads => Late ? [Source] : [];

    public override bool HasEffect => true;

    public override Operator WithReads(Func<Signal, Signal> replace) => this with { Source = replace(Source) };
}

/// <summary>Packs the spikes of a step into bits.</summary>
internal sealed record SpikesOperator(Signal Output, Signal Bits) : Operator
{
    public override IEnumerable<Signal> Sets => [Bits];

    public override IEnumerable<Signal> Reads => [Output];
}
