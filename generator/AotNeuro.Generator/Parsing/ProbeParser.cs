using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Probe]</c>, and <c>[Output]</c>, a probe that keeps the newest values alone.</summary>
internal static class ProbeParser
{
    public static ProbeSpec? Parse(ISymbol member, DefaultsScope scope, CancellationToken cancellation)
    {
        AttributeReader? output = AttributeReader.Find(member, KnownNames.OutputAttribute, scope, KnownNames.ProbeDefaults);
        if ((output ?? AttributeReader.Find(member, KnownNames.ProbeAttribute, scope, KnownNames.ProbeDefaults)) is not { } attribute)
        {
            return null;
        }

        // The synapse that probes have by default is not for spikes, which are kept as events.
        string? signal = attribute.Text("Signal");
        int synapses = SynapseParser.Count(member, attribute);
        ValueSpec? synapse = signal == ProbeSignals.Spikes && synapses == 0 ? null : SynapseParser.Parse(member, attribute);
        return new(
            MemberParser.Parse(member, cancellation),
            EndParser.Parse(attribute.Text("target")),
            output is not null && signal == ProbeSignals.Spikes ? ProbeSignals.Output : signal,
            synapse ?? new(ValueKind.Null, default),
            output is null ? attribute.Double("SampleEvery") : null,
            output is null ? attribute.Int("KeepLast") : null,
            attribute.Value("Solver"),
            attribute.Int("Seed"))
        {
            SaysSolver = attribute.Has("Solver"),
            SynapseCount = synapses,
            IsOutput = output is not null,
            SamplingOwner = attribute.OwnerOf("SampleEvery", "KeepLast"),
        };
    }
}
