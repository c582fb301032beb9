using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>A vector that operators read and write, one value per step.</summary>
internal sealed record Signal(int Id, string Name, int Size);

/// <summary>
/// What happens to signals in a step. Per signal, the set comes before the increments, those before the reads, those before the update:
/// an update is seen in the next step only.
/// </summary>
internal abstract record Operator
{
    public virtual IEnumerable<Signal> Sets => [];

    public virtual IEnumerable<Signal> Increments => [];

    public virtual IEnumerable<Signal> Reads => [];

    public virtual IEnumerable<Signal> Updates => [];

    /// <summary>Whether it does something that the world outside sees, so that it stays even if nothing reads its signals.</summary>
    public virtual bool HasEffect => false;

    protected static IEnumerable<Signal> Some(params Signal?[] signals) => signals.Where(signal => signal is not null).Select(signal => signal!);
}

/// <summary><c>target = 0</c>.</summary>
internal sealed record ResetOperator(Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];
}

/// <summary><c>target += source</c>.</summary>
internal sealed record CopyOperator(Signal Source, Signal Target) : Operator
{
    public override IEnumerable<Signal> Increments => [Target];

    public override IEnumerable<Signal> Reads => [Source];
}

/// <summary><c>target = a + b + ...</c>: a reset and its increments, in their order.</summary>
internal sealed record SumOperator(EquatableArray<SignalRef> Sources, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => Sources.Select(source => source.Signal);
}

/// <summary>A signal in a list.</summary>
internal sealed record SignalRef(Signal Signal);

/// <summary><c>output = function(t, input)</c>.</summary>
internal sealed record NodeOperator(NodeSpec Node, Signal? Input, Signal? Output) : Operator
{
    public override IEnumerable<Signal> Sets => Some(Output);

    public override IEnumerable<Signal> Reads => Some(Input);

    public override bool HasEffect => true;
}

/// <summary><c>target = function(source)</c>, for connections from nodes.</summary>
internal sealed record FunctionOperator(ConnectionSpec Connection, Signal Source, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => [Source];
}

/// <summary><c>target = transform . source</c>, for connections from nodes.</summary>
internal sealed record TransformOperator(ConnectionSpec Connection, Signal Source, Signal Target) : Operator
{
    public override IEnumerable<Signal> Sets => [Target];

    public override IEnumerable<Signal> Reads => [Source];
}

/// <summary><c>current = bias + encoders . input</c>.</summary>
internal sealed record EncodeOperator(EnsembleSpec Ensemble, Signal Input, Signal Current) : Operator
{
    public override IEnumerable<Signal> Sets => [Current];

    public override IEnumerable<Signal> Reads => [Input];
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
/// <param name="Injected">Currents that arrive at the neurons themselves, if any do.</param>
internal sealed record PopulationOperator(
    EnsembleSpec Ensemble,
    Signal Input,
    Signal? Current,
    Signal? Output,
    Signal? Spikes,
    EquatableArray<SignalRef> States,
    EquatableArray<DecodeOperator> Decodes,
    Signal? Injected = null) : Operator
{
    public override IEnumerable<Signal> Sets =>
        Some(Current, Output, Spikes).Concat(States.Select(state => state.Signal)).Concat(Decodes.Select(decode => decode.Target));

    public override IEnumerable<Signal> Reads => Some(Input, Injected);
}

/// <summary><c>state = decay state + gain source</c>, seen in the next step.</summary>
internal sealed record FilterOperator(double Tau, Signal Source, Signal State) : Operator
{
    public override IEnumerable<Signal> Reads => [Source];

    public override IEnumerable<Signal> Updates => [State];
}

/// <summary>A probe takes its sample. <see cref="Late"/>: after the updates, as probes on connections do.</summary>
internal sealed record SampleOperator(ProbeSpec Probe, Signal Source, bool IsSpikes, bool Late) : Operator
{
    public override IEnumerable<Signal> Reads => Late ? [] : [Source];

    public override bool HasEffect => true;
}

/// <summary>Packs the spikes of a step into bits.</summary>
internal sealed record SpikesOperator(Signal Output, Signal Bits) : Operator
{
    public override IEnumerable<Signal> Sets => [Bits];

    public override IEnumerable<Signal> Reads => [Output];
}
