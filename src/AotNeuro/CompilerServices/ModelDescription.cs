using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>What generated code says of a model, or of a network in it: objects in order of creation, in which they draw their seeds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public record NetworkDescription
{
    /// <summary>Name of the class, or path of the network.</summary>
    public required string Name { get; init; }

    /// <summary>A seed of its own, if it has one.</summary>
    public int? Seed { get; init; }

    /// <summary>Connections.</summary>
    public Connection[] Connections { get; init; } = [];

    /// <summary>Ensembles.</summary>
    public Ensemble[] Ensembles { get; init; } = [];

    /// <summary>Networks inside it.</summary>
    public NetworkDescription[] Parts { get; init; } = [];

    /// <summary>Nodes.</summary>
    public Node[] Nodes { get; init; } = [];

    /// <summary>Probes.</summary>
    public Probe[] Probes { get; init; } = [];

    /// <summary>Synapses that objects advance.</summary>
    public Filter[] Filters { get; init; } = [];

    /// <summary>Tunable values.</summary>
    public TunableValue[] Tunables { get; init; } = [];

    /// <summary>The model that it describes, if that is a part of another.</summary>
    internal NeuralModel? Model { get; init; }

    /// <summary>It and all networks inside it.</summary>
    internal NetworkDescription[] All
    {
        get
        {
            var all = new List<NetworkDescription>();
            AddTo(all);
            return all.ToArray();
        }
    }

    // Written out: queries would bring code for them into every program.
    private void AddTo(List<NetworkDescription> all)
    {
        all.Add(this);
        foreach (NetworkDescription part in Parts)
        {
            part.AddTo(all);
        }
    }

    /// <summary>Some objects of it and of all networks inside it.</summary>
    internal T[] Gather<T>(Func<NetworkDescription, T[]> items, Predicate<T>? condition = null)
    {
        var gathered = new List<T>();
        foreach (NetworkDescription network in All)
        {
            foreach (T item in items(network))
            {
                if (condition is null || condition(item))
                {
                    gathered.Add(item);
                }
            }
        }

        return gathered.ToArray();
    }

    /// <summary>All objects, those of each network in the order in which they draw their seeds; parts draw theirs between ensembles and nodes.</summary>
    internal ModelObject[] GatherObjects()
    {
        var objects = new List<ModelObject>();
        foreach (NetworkDescription network in All)
        {
            objects.AddRange(network.Connections);
            objects.AddRange(network.Ensembles);
            objects.AddRange(network.Nodes);
            objects.AddRange(network.Probes);
        }

        return objects.ToArray();
    }

    // Two are the same only if they are one: what a record would compare member by member is never asked for, and takes room in every program.

    /// <inheritdoc/>
    public virtual bool Equals(NetworkDescription? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => nameof(NetworkDescription);
}

/// <summary>What generated code says of its model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ModelDescription : NetworkDescription
{
    /// <summary>Length of a step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>Size of the arena in doubles.</summary>
    public required int ArenaSize { get; init; }

    /// <summary>Where the part of the arena begins that steps change.</summary>
    public required int StateStart { get; init; }

    /// <summary>A hash of the arena's layout and of what a step does: saved states are of use to models with the same one only.</summary>
    public ulong Fingerprint { get; init; }

    /// <summary>A hash of what the model says of its neurons, decoders and first values: what was built for models with the same one only is of use.</summary>
    public ulong BuildFingerprint { get; init; }

    /// <inheritdoc/>
    public bool Equals(ModelDescription? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => nameof(ModelDescription);
}

/// <summary>A state's initial values: uniform between two numbers, which may be equal.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Group">States of one group are drawn one after the other from a random generator that the group has for itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct InitialState(double Low, double High, int Group = 0)
{
    /// <summary>The name of the state, where <see cref="Values"/> are given.</summary>
    public string? Name { get; init; }

    /// <summary>Where the values come from instead, if the model says so.</summary>
    public ValueSource? Values { get; init; }
}
