using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>A synapse that an object advances, since it is more than a first-order filter whose numbers are known.</summary>
/// <param name="Owner">Whose it is: a connection, a probe, or a filter of a learning rule.</param>
/// <param name="IsForeign">Whether it belongs to a model that is a part.</param>
/// <param name="Synapse">The synapse.</param>
/// <param name="Size">Number of values.</param>
internal sealed record FilterSpec(string Owner, bool IsForeign, ValueSpec Synapse, int Size)
{
    public static bool IsNeededFor(ValueSpec synapse) => !synapse.IsNothing && synapse.Kind != ValueKind.Number;

    /// <summary>Those of a model, whether or not a step uses them.</summary>
    public static IEnumerable<FilterSpec> Of(ModelSpec model) =>
        model.Connections.SelectMany(connection => Of(model, connection))
            .Concat(model.Probes.Select(probe => new FilterSpec(
                probe.Member.Name, BelongsToPart(model, probe.Member, probe.Synapse), probe.Synapse, ProbeSizes.Of(model, probe))))
            .Where(filter => IsNeededFor(filter.Synapse));

    /// <summary>A part makes its filters itself, but for those that only the defaults of this model ask for.</summary>
    private static bool BelongsToPart(ModelSpec model, MemberSpec owner, ValueSpec synapse) => owner.IsForeign && synapse.Owner != model.FullName;

    private static IEnumerable<FilterSpec> Of(ModelSpec model, ConnectionSpec connection)
    {
        bool foreign = connection.Member.IsForeign;
        int size = connection.HasFullWeights ? model.FindEnsemble(connection.Target)!.AllNeurons : connection.SizeOut(model);
        yield return new(connection.Member.Name, BelongsToPart(model, connection.Member, connection.Synapse), connection.Synapse, size);
        foreach (LearningRuleSpec rule in connection.LearningRules)
        {
            foreach ((string what, ValueSpec synapse) in rule.Filters)
            {
                string owner = $"{LearningBuilder.OwnerOf(connection, rule)}.{what}";
                yield return new(owner, foreign, synapse, ProbeSizes.OfConnection(model, connection, rule, what));
            }
        }
    }
}
