using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>A synapse: of a connection, of a probe or of a learning rule.</summary>
/// <param name="Member">The connection or probe.</param>
/// <param name="Synapse">The synapse.</param>
/// <param name="SynapsePlace">The argument, or the attribute that describes the synapse.</param>
/// <param name="Argument">What it is called.</param>
internal sealed record Filtering(string Member, ValueSpec Synapse, Place SynapsePlace, string Argument = nameof(Filtering.Synapse))
{

    /// <summary>The time constant, if the synapse is a number, or an attribute with one.</summary>
    public double? Tau => Synapse.Kind is ValueKind.Number or ValueKind.Created && Synapse.Numbers.Count == 1 ? Synapse.Numbers[0] : null;

    public static IEnumerable<Filtering> In(ModelSpec model) =>
        model.Connections.Select(Of).Concat(model.Probes.Select(Of)).Concat(model.Connections.SelectMany(OfRules));

    public static Filtering Of(ConnectionSpec connection) => new(
        connection.Member.Name,
        connection.Synapse,
        PlaceOf(connection.Member.Name, Attributes.Connection, connection.Synapse, connection.SynapseArgument),
        connection.SynapseArgument);

    public static Filtering Of(ProbeSpec probe) =>
        new(probe.Member.Name, probe.Synapse, probe.Synapse.Kind == ValueKind.Created ? SynapseOf(probe.Member.Name) : probe.PlaceOf(nameof(Synapse)));

    /// <summary>The filters of a connection's learning rules. A synapse that is taken from another argument is one with it.</summary>
    private static IEnumerable<Filtering> OfRules(ConnectionSpec connection) =>
        from rule in connection.LearningRules
        from synapse in new[]
        {
            (Argument: nameof(rule.PreSynapse), Value: rule.PreSynapse),
            (Argument: nameof(rule.PostSynapse), Value: rule.PostSynapse.Equals(rule.PreSynapse) ? ValueSpec.Absent : rule.PostSynapse),
            (Argument: nameof(rule.ThetaSynapse), Value: rule.ThetaSynapse),
        }
        select new Filtering(connection.Member.Name, synapse.Value, connection.PlaceOf(rule, synapse.Argument), synapse.Argument);

    private static Place PlaceOf(string member, string attribute, ValueSpec synapse, string argument) =>
        synapse.Kind == ValueKind.Created ? SynapseOf(member) : new(member, attribute, argument);

    /// <summary>The attribute that describes a member's synapse.</summary>
    private static Place SynapseOf(string member) => new(member, Attributes.Synapse, Attributes.FirstArgument);
}
