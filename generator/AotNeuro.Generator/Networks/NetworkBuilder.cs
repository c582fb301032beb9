using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;

namespace AotNeuro.Generator.Networks;

/// <summary>Collects the objects of a library network, in the order in which Nengo makes them.</summary>
internal sealed class NetworkBuilder(string path, NetworkDefaults defaults)
{
    private readonly List<NodeSpec> _nodes = [];
    private readonly List<EnsembleSpec> _ensembles = [];
    private readonly List<ConnectionSpec> _connections = [];
    private readonly List<(NetworkBuilder Network, string Type)> _parts = [];
    private readonly List<PathAlias> _aliases = [];
    private readonly List<string> _interleaved = [];

    /// <summary>Where the network is.</summary>
    public string Path => path;

    /// <summary>All objects, those of parts included: connections of parts come before its own.</summary>
    public PartObjects Objects => new(
        _nodes.Concat(_parts.SelectMany(part => part.Network.Objects.Nodes)).ToEquatableArray(),
        _ensembles.Concat(_parts.SelectMany(part => part.Network.Objects.Ensembles)).ToEquatableArray(),
        _parts.SelectMany(part => part.Network.Objects.Connections).Concat(_connections).ToEquatableArray(),
        default,
        default,
        _aliases.Concat(_parts.SelectMany(part => part.Network.Objects.Aliases)).ToEquatableArray());

    public NetworkSpec ToSpec(string type) => new(
        path,
        type,
        _interleaved.Concat(_connections.Select(connection => connection.Member.Name).Where(name => !_interleaved.Any(names => names.Split('+').Contains(name))))
            .ToEquatableArray(),
        _ensembles.Select(ensemble => ensemble.Member.Name).ToEquatableArray(),
        _parts.Select(part => part.Network.ToSpec(part.Type)).ToEquatableArray(),
        _nodes.Select(node => node.Member.Name).ToEquatableArray(),
        _connections.Where(connection => connection.ArrayCount is not null).Select(connection => connection.Member.Name)
            .Concat(_ensembles.Where(ensemble => ensemble.IsArray).Select(ensemble => ensemble.Member.Name))
            .ToEquatableArray());

    /// <summary>A network inside this one.</summary>
    public NetworkBuilder Part(string name, string handle)
    {
        var part = new NetworkBuilder($"{path}.{name}", defaults);
        _parts.Add((part, $"global::AotNeuro.{handle}"));
        return part;
    }

    /// <summary>Lets a node be known by another path too.</summary>
    public void Alias(string name, string node) => _aliases.Add(new($"{path}.{name}", node));

    /// <summary>
    /// Says that arrays of connections were made in turns, one of each at a time, before all others: that is the order in which they draw
    /// their seeds.
    /// </summary>
    public void Interleave(params string[] connections) => _interleaved.Add(string.Join("+", connections.Select(name => $"{path}.{name}")));

    /// <summary>Whether there is a node of a name.</summary>
    public bool Has(string name) => _nodes.Any(node => node.Member.Name == $"{path}.{name}");

    /// <summary>A node that passes its input on.</summary>
    /// <returns>Its path.</returns>
    public string Passthrough(string name, int size)
    {
        string node = $"{path}.{name}";
        _nodes.Add(new(NetworkDefaults.Member(node), null, default, ValueSpec.Absent, false, size, size));
        return node;
    }

    /// <summary>A node with a constant output.</summary>
    /// <returns>Its path.</returns>
    public string Constant(string name, params double[] output)
    {
        string node = $"{path}.{name}";
        _nodes.Add(new(NetworkDefaults.Member(node), null, new(output), ValueSpec.Absent, false, 0, output.Length));
        return node;
    }

    /// <summary>An ensemble, or an array of ensembles of one shape.</summary>
    /// <returns>Its path.</returns>
    public string Ensemble(string name, int neurons, int dimensions, int? arrayCount = null, Func<EnsembleSpec, EnsembleSpec>? settings = null)
    {
        EnsembleSpec ensemble = defaults.Ensemble($"{path}.{name}", neurons, dimensions, arrayCount);
        _ensembles.Add(settings is null ? ensemble : settings(ensemble));
        return ensemble.Member.Name;
    }

    /// <summary>A connection with the default synapse.</summary>
    public void Connect(string name, string source, string target, Func<ConnectionSpec, ConnectionSpec>? settings = null)
    {
        var connection = new ConnectionSpec(
            NetworkDefaults.Member($"{path}.{name}"),
            EndParser.Parse(source),
            EndParser.Parse(target),
            Function: null,
            SaysTwice: false,
            SizeMid: -1,
            Points: ValueSpec.Absent,
            EvalPoints: ValueSpec.Absent,
            ScaleEvalPoints: true,
            defaults.Synapse,
            Transform: ValueSpec.Absent,
            Solver: ValueSpec.Absent,
            HasFullWeights: false,
            default,
            Seed: null);
        _connections.Add(settings is null ? connection : settings(connection));
    }

    /// <summary>A connection without a synapse, as most inside networks are.</summary>
    public void Link(string name, string source, string target, Func<ConnectionSpec, ConnectionSpec>? settings = null) =>
        Connect(name, source, target, connection =>
        {
            ConnectionSpec instant = connection with { Synapse = new(ValueKind.Null, default) };
            return settings is null ? instant : settings(instant);
        });
}
