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
        : model.Probes.FirstOrDefault(probe => probe.Member.Name == name) is { } probe ? probe.IsOutput ? "an output" : "a probe"
        : model.Tunables.Any(tunable => tunable.Member.Name == name) ? "a tunable parameter"
        : model.Parts.Any(part => part.Member.Name == name || part.Content.Networks.Any(network => network.Path == name)) ? "a part of the model"
        : null;

    /// <summary>Whether a name belongs to a part that cannot be one, so that nobody knows its objects.</summary>
    public static bool IsInBrokenPart(this ModelSpec model, string name) =>
        model.Parts.Any(part => part.Problem is not null && name.StartsWith(part.Member.Name + ".", StringComparison.Ordinal));

    /// <summary>What connections can start from and end at, neurons included.</summary>
    public static IEnumerable<string> Ends(this ModelSpec model) =>
        model.Vertices().Concat(model.Ensembles.Select(ensemble => ensemble.Member.Name + ".Neurons"));

    /// <summary>The paths of all learning rules.</summary>
    public static IEnumerable<string> Rules(this ModelSpec model) =>
        model.Connections.SelectMany(connection => connection.LearningRules.Select(rule => connection.PathOf(rule)));

    /// <summary>How a learning rule is written as the target of a connection or probe.</summary>
    public static string PathOf(this ConnectionSpec connection, LearningRuleSpec rule) => $"{connection.Member.Name}.{rule.Name}";

    /// <summary>The size of what a connection starts from, -1 if it is unknown or another rule's matter.</summary>
    public static int SourceSize(this ModelSpec model, ConnectionSpec connection) =>
        connection.From.IsReadable ? model.OutputSize(connection.From) : -1;

    /// <summary>The size of what a connection ends at, -1 if it is unknown or another rule's matter.</summary>
    public static int TargetSize(this ModelSpec model, ConnectionSpec connection) =>
        connection.To.IsReadable ? model.InputSize(connection.To) : -1;

    /// <summary>An end without its slice: <c>"A"</c>, <c>"A.Neurons"</c>, <c>"C.PES"</c>.</summary>
    public static string Whole(this EndSpec end) =>
        end.IsNeurons ? end.Name + ".Neurons" : end.Rule is null ? end.Name : end.Text.Split('[')[0].Trim();

    /// <summary>A node beside the ensembles that an end means: <c>"Array.Output"</c> for <c>"Array.Ensembles"</c>.</summary>
    public static string NodeOfArray(this EndSpec end, string node) => end.Name.Substring(0, end.Name.LastIndexOf('.') + 1) + node;

    /// <summary>Whether the node's function can be read, so that its sizes mean something.</summary>
    public static bool HasKnownSizes(this NodeSpec node) => node.Function is null or { Form: FunctionForm.Scalar or FunctionForm.Span };

    /// <summary>The ends of a connection, source first.</summary>
    public static IEnumerable<(EndSpec End, Place Place)> Ends(this ConnectionSpec connection) =>
    [
        (connection.From, new(connection.Member.Name, Attributes.Connection, "source")),
        (connection.To, new(connection.Member.Name, Attributes.Connection, "target")),
    ];

    /// <summary>A probe's attribute, or an argument of it.</summary>
    public static Place PlaceOf(this ProbeSpec probe, string? argument = null) =>
        new(probe.Member.Name, probe.IsOutput ? Attributes.Output : Attributes.Probe, argument) { Kind = Attributes.Probe };

    /// <summary>Whether a probe records what is decoded from neurons.</summary>
    public static bool IsDecoded(this ProbeSpec probe) => probe.Signal is null or ProbeSignals.Decoded && !probe.Of.IsNeurons;

    /// <summary>Whether a property of type Process is a node itself, and not a handle of one.</summary>
    public static bool IsProcess(this MemberSpec member, ModelSpec model) => model.FindNode(member.Name) is { IsProcess: true };

    /// <summary>Why a connection decodes nothing, as the rest of a sentence on what it starts from; null if it decodes, or nobody knows.</summary>
    public static string? WhyNotDecoded(this ModelSpec model, ConnectionSpec connection) =>
        model.FindNode(connection.Source) is not null ? "is a node, which has no neurons to decode"
        : model.FindEnsemble(connection.Source) is not { } ensemble ? null
        : connection.From.IsNeurons ? "means single neurons, which are not decoded"
        : ensemble.NeuronType.IsDirect ? "computes directly, without neurons to decode"
        : null;

    /// <summary>A rule's attribute: several of a kind may stand on a connection.</summary>
    public static Place PlaceOf(this ConnectionSpec connection, LearningRuleSpec rule, string? argument = null)
    {
        LearningRuleSpec[] rules = connection.LearningRules.ToArray();
        int index = Array.FindIndex(rules, item => ReferenceEquals(item, rule));
        return new(connection.Member.Name, rule.Kind.ToString(), argument, rules.Take(index).Count(item => item.Kind == rule.Kind));
    }
}
