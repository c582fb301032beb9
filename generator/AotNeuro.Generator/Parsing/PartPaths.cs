using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Parsing;

/// <summary>Gives the objects of a model their paths in another model that it is a part of.</summary>
internal static class PartPaths
{
    /// <summary>Names the ends of connections and probes by the nodes themselves, where they are written by other paths of these.</summary>
    public static EndSpec Resolve(EndSpec end, EquatableArray<PathAlias> aliases) =>
        aliases.FirstOrDefault(alias => alias.Path == end.Name) is { } found ? end with { Name = found.Node } : end;

    public static PartObjects Prefix(ModelSpec inner, string path)
    {
        string At(string name) => name.Length == 0 ? name : $"{path}.{name}";
        MemberSpec Member(MemberSpec member) => member with { Name = At(member.Name), IsForeign = true };
        EndSpec End(EndSpec end) => end with { Name = At(end.Name), Text = At(end.Text) };
        FunctionSpec? Function(FunctionSpec? function) => function is null || function.Owner is not null ? function : function with { IsForeign = true };

        return new(
            inner.Nodes.Select(node => node with { Member = Member(node.Member), Function = Function(node.Function) }).ToEquatableArray(),
            inner.Ensembles.Select(ensemble => ensemble with { Member = Member(ensemble.Member) }).ToEquatableArray(),
            inner.Connections.Select(connection => connection with
            {
                Member = Member(connection.Member),
                From = End(connection.From),
                To = End(connection.To),
                Function = Function(connection.Function),
            }).ToEquatableArray(),
            inner.Probes.Select(probe => probe with { Member = Member(probe.Member), Of = End(probe.Of) }).ToEquatableArray(),
            inner.Tunables.Select(tunable => new TunableSpec(
                Member(tunable.Member), tunable.Targets.Select(target => target with { Ensemble = At(target.Ensemble) }).ToEquatableArray())).ToEquatableArray(),
            inner.Aliases.Select(alias => new PathAlias(At(alias.Path), At(alias.Node))).ToEquatableArray());
    }
}
