using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>Questions that several rules ask of a model.</summary>
internal static class ModelQueries
{
    /// <summary>The names of what connections can connect.</summary>
    public static IEnumerable<string> Vertices(this ModelSpec model) =>
        model.Nodes.Select(node => node.Member.Name).Concat(model.Ensembles.Select(ensemble => ensemble.Member.Name));

    public static bool IsVertex(this ModelSpec model, string name) => model.FindNode(name) is not null || model.FindEnsemble(name) is not null;

    /// <summary>What a member is, if it is neither a node nor an ensemble: "a probe".</summary>
    public static string? OtherRole(this ModelSpec model, string name) =>
        model.FindConnection(name) is not null ? "a connection"
        : model.Probes.Any(probe => probe.Member.Name == name) ? "a probe"
        : model.Tunables.Any(tunable => tunable.Member.Name == name) ? "a tunable parameter"
        : null;

    /// <summary>Whether the node's function can be read, so that its sizes mean something.</summary>
    public static bool HasKnownSizes(this NodeSpec node) => node.Function is null or { Form: FunctionForm.Scalar or FunctionForm.Span };

    /// <summary>The ends of a connection, source first.</summary>
    public static IEnumerable<(string Name, Place Place)> Ends(this ConnectionSpec connection) =>
    [
        (connection.Source, new(connection.Member.Name, Attributes.Connection, "source")),
        (connection.Target, new(connection.Member.Name, Attributes.Connection, "target")),
    ];

    /// <summary>Whether a probe records what is decoded from neurons.</summary>
    public static bool IsDecoded(this ProbeSpec probe) => probe.Signal is null or ProbeSignals.Decoded;
}
