using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>A network of the library as a part of a model: its objects, by name.</summary>
public abstract class Network
{
    private readonly NetworkDescription _content;
    private readonly int _prefix;

    private protected Network(NetworkDescription content) => (_content, _prefix) = (content, content.Name.Length + 1);

    /// <summary>The path of the network in its model.</summary>
    public string Name => _content.Name;

    /// <summary>Its nodes, without those of networks inside it.</summary>
    public IReadOnlyList<Node> Nodes => _content.Nodes;

    /// <summary>Its ensembles, without those of networks inside it.</summary>
    public IReadOnlyList<Ensemble> Ensembles => _content.Ensembles;

    /// <summary>Its connections, without those of networks inside it.</summary>
    public IReadOnlyList<Connection> Connections => _content.Connections;

    /// <summary>What a model says of its part. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NetworkDescription AsPart() => _content;

    private protected Node NodeNamed(string name) => Array.Find(_content.Nodes, node => IsNamed(node, name))!;

    private protected NetworkDescription PartNamed(string name) => Array.Find(_content.Parts, part => part.Name.AsSpan(_prefix).SequenceEqual(name))!;

    private bool IsNamed(ModelObject item, string name) => item.Name.AsSpan(_prefix).SequenceEqual(name);
}
