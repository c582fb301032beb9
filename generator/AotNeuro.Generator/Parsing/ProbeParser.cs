using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Probe]</c>.</summary>
internal static class ProbeParser
{
    public static ProbeSpec? Parse(ISymbol member, DefaultsScope scope, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.ProbeAttribute, scope, KnownNames.ProbeDefaults) is not { } attribute)
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
            signal,
            synapse ?? new(ValueKind.Null, default),
            attribute.Double("SampleEvery"),
            attribute.Int("KeepLast"),
            attribute.Value("Solver"),
            attribute.Int("Seed"))
        {
            SaysSolver = attribute.Has("Solver"),
            SynapseCount = synapses,
            SamplingOwner = attribute.OwnerOf("SampleEvery", "KeepLast"),
        };
    }
}
