namespace AotNeuro.Generator.Model;

/// <summary>A part of a model: another model, or a network of the library.</summary>
/// <param name="Member">The property.</param>
/// <param name="TypeName">The type of its handle, fully qualified.</param>
/// <param name="IsModel">Whether it is a model; if not, it is a network of the library.</param>
/// <param name="Seed">A seed of its own.</param>
/// <param name="Content">Its objects.</param>
/// <param name="Problem">Why it cannot be a part, as the rest of a sentence; null if it can.</param>
internal sealed record PartSpec(MemberSpec Member, string TypeName, bool IsModel, int? Seed, NetworkSpec Content, string? Problem)
{
    /// <summary>The inputs and outputs of an associative memory, and the vectors of these where nothing is found.</summary>
    public EquatableArray<MappingSpec> Mappings { get; init; }
}

/// <summary>What a network holds, by name and in order of creation, which is the order in which seeds are drawn.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="TypeName">The type of its handle, fully qualified.</param>
/// <param name="Connections">Its connections; arrays made in turns are one item, joined by plus signs.</param>
/// <param name="Ensembles">Its ensembles.</param>
/// <param name="Networks">Its own parts.</param>
/// <param name="Nodes">Its nodes.</param>
/// <param name="Arrays">Which of its ensembles and connections are arrays of such.</param>
internal sealed record NetworkSpec(
    string Path,
    string TypeName,
    EquatableArray<string> Connections,
    EquatableArray<string> Ensembles,
    EquatableArray<NetworkSpec> Networks,
    EquatableArray<string> Nodes,
    EquatableArray<string> Arrays)
{
    public static NetworkSpec Empty(string path, string typeName) => new(path, typeName, default, default, default, default, default);
}

/// <summary>The objects of a part, flat, with their paths as names.</summary>
internal sealed record PartObjects(
    EquatableArray<NodeSpec> Nodes,
    EquatableArray<EnsembleSpec> Ensembles,
    EquatableArray<ConnectionSpec> Connections,
    EquatableArray<ProbeSpec> Probes,
    EquatableArray<TunableSpec> Tunables,
    EquatableArray<PathAlias> Aliases);

/// <summary>Another path of a node: a network's input may be that of a network inside it.</summary>
internal sealed record PathAlias(string Path, string Node);
